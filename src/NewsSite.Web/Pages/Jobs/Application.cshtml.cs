using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Caching;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>
/// The applicant's own page, behind the link of the mail: see, confirm, withdraw, erase. Looking changes nothing, because mail scanners
/// look too; the link is the key, so it is not passed on to where the page leads.
/// </summary>
[EnableRateLimiting(AccountLimits.Link)]
public sealed class ApplicationModel(ApplicantDesk desk, OpenPostings postings, IStringLocalizer<Interface> texts) : ReaderPage
{
    /// <summary>Null: there is nothing behind the link any more.</summary>
    public Application? Application { get; private set; }

    public bool IsJobOpen { get; private set; }

    /// <summary>It has just been erased.</summary>
    public bool IsErased { get; private set; }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => ShowAsync(token, cancel);

    public async Task<IActionResult> OnPostConfirmAsync(string token, CancellationToken cancel)
    {
        await desk.ConfirmAsync(token, cancel);
        return Back(token);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string token, CancellationToken cancel)
    {
        await desk.WithdrawAsync(token, cancel);
        return Back(token);
    }

    public async Task<IActionResult> OnPostEraseAsync(string token, CancellationToken cancel)
    {
        IsErased = await desk.EraseAsync(token, cancel);
        return IsErased ? Describe(texts["Your application is erased"]) : await ShowAsync(token, cancel);
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancel)
    {
        Application = await desk.FindAsync(token, cancel);
        if (Application is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            IsJobOpen = postings.IsOpen(Application.Posting);
        return Describe(Application is null ? texts["This link does not work"] : texts["Your application"]);
    }

    private PageResult Describe(string title)
    {
        Response.KeepNowhere();
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Head.Title = title;
        Head.NoIndex = true;
        Head.AnnouncesAlternates = false;
        Head.Current = "jobs";
        return Page();
    }

    private LocalRedirectResult Back(string token) => LocalRedirect($"{Language.Prefix}/jobs/applications/{token}");
}
