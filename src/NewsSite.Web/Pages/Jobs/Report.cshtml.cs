using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Reports;
using NewsSite.Platform.Mail;
using NewsSite.Web.Caching;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>Telling the desk that something is wrong with a job. Kept nowhere.</summary>
public sealed class ReportModel(
    OpenPostings postings, ReportDesk desk, FormStamp stamp, SendingLimits limits, IOptions<ApplicationSettings> settings, IStringLocalizer<Interface> texts) : ReaderPage
{
    public Posting Posting { get; private set; } = null!;

    /// <summary>It has just been sent.</summary>
    public bool IsSent { get; private set; }

    [BindProperty]
    public ReportReason? Reason { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Hidden from people; programs fill it in.</summary>
    [BindProperty]
    public string? Website { get; set; }

    /// <summary>When the form was opened.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery] string? sent, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        IsSent = stamp.Carried(sent) is not null;
        Stamp = stamp.New();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!OwnPages.IsOwn(Request, Addresses.Origin))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!await FindAsync(id, cancel))
            return NotFound();
        ModelState.Clear();
        if (!limits.Allows(HttpContext))
            return Again(StatusCodes.Status429TooManyRequests, texts["From your connection this was sent very often in a row. Please wait a minute and send it again: nothing you typed is lost."]);
        Check();
        var email = Email?.Trim() ?? "";
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status422UnprocessableEntity);
        if (email.Length > 0 && !limits.AllowsAddress(email))
            return Again(StatusCodes.Status429TooManyRequests, texts["From your connection this was sent very often in a row. Please wait a minute and send it again: nothing you typed is lost."]);
        await desk.ReceiveAsync(new ReportOrder { PostingId = id, Reason = Reason!.Value, Text = Text!.Trim().ReplaceLineEndings("\n"), Email = email, Language = Language }, cancel);
        return LocalRedirect(Addresses.ReportJob(Language, id) + QueryString.Create("sent", stamp.Carry("report")));
    }

    private void Check()
    {
        var age = stamp.AgeOf(Stamp);
        if (age is null)
            Stamp = stamp.New();
        if (age is null || age < TimeSpan.FromSeconds(settings.Value.LeastSeconds) || !string.IsNullOrEmpty(Website))
            ModelState.AddModelError("", texts["That was so quick that it looks like a program. Please read it through and send it once more."]);
        Website = null;
        if (Reason is not { } reason || !Enum.IsDefined(reason))
            ModelState.AddModelError(nameof(Reason), texts["Please choose what is wrong."]);
        var words = Text?.Trim() ?? "";
        if (words.Length == 0)
            ModelState.AddModelError(nameof(Text), texts["Please say in a few words what is wrong: without them nobody can look at it."]);
        else if (words.Length > Report.MaxText)
            ModelState.AddModelError(nameof(Text), texts["At most {0} characters; these are {1}.", Report.MaxText, words.Length]);
        if (Email?.Trim() is { Length: > 0 } email && (email.Length > 254 || Mailbox.Fault(email) is not null))
            ModelState.AddModelError(nameof(Email), texts["This is not an e-mail address. It should look like name@example.be."]);
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        Response.KeepNowhere();
        if (await postings.FindAsync(id, cancel) is not { } posting)
            return false;
        Posting = posting;
        Head.Title = texts["Report: {0}", posting.Title];
        Head.NoIndex = true;
        Head.Current = "jobs";
        return true;
    }

    private PageResult Again(int status, string? said = null)
    {
        if (said is not null)
            ModelState.AddModelError("", said);
        Response.StatusCode = status;
        return Page();
    }
}
