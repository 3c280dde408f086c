using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Pages;

/// <summary>
/// A page that anybody may read: it has the paper's frame around it, reads no user and sets no cookie. Deriving from it is
/// what opens an address. A form on it carries no antiforgery token, because the page is kept for everybody.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public abstract class ReaderPage : FramedPage;
