using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Pages;

/// <summary>Every address that is no page: perhaps one that the paper once had, as every reader page looks up; else not found.</summary>
public sealed class OldAddressModel : ReaderPage
{
    public IActionResult OnGet() => NotFound();
}
