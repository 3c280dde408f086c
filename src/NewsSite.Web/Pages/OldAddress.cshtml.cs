using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Pages;

/// <summary>Every address that is no page: perhaps one that the paper once had, else not found.</summary>
public sealed class OldAddressModel(OldAddressResolver resolver) : ReaderPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await resolver.FindAsync(HttpContext.OriginalPath(), Request.QueryString, Frame, cancel) is { } address ? Moved(address) : NotFound();
}
