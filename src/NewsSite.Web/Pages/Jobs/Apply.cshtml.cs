using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Caching;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>
/// Applying for a job, without an account and in one form. Kept nowhere: whether the job is still open is asked each time, before
/// anything is typed and again when it is sent.
/// </summary>
[RequestSizeLimit(MaxBody)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBody, ValueCountLimit = 60, ValueLengthLimit = 256 * 1024)]
public sealed class ApplyModel(
    ApplyDesk desk, OpenPostings postings, FormStamp stamp, SendingLimits limits, IOptions<ApplicationSettings> settings, IStringLocalizer<Interface> texts) : ReaderPage
{
    /// <summary>Larger than any CV that is taken, so that a file that is too large is refused by the page, and what was typed beside it stays.</summary>
    private const int MaxBody = 4 * CvFile.MaxBytes;

    public Posting Posting { get; private set; } = null!;

    public ApplyForm Form => Posting.ApplyForm ?? ApplyForm.Plain;

    public bool IsOpen { get; private set; }

    /// <summary>The address to which the mail went that says what happened; null: nothing was sent yet.</summary>
    public string? SentTo { get; private set; }

    /// <summary>A file came with what has to be sent once more; browsers do not send it by themselves.</summary>
    public bool MustChooseAgain { get; private set; }

    public int KeptMonths => settings.Value.KeptMonths;

    [BindProperty]
    public ApplyFields Fields { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery] string? sent, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } elsewhere)
            return elsewhere;
        SentTo = stamp.Carried(sent);
        Fields.Stamp = stamp.New();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!OwnPages.IsOwn(Request, Addresses.Origin))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await FindAsync(id, cancel) is { } elsewhere)
            return elsewhere;
        if (!IsOpen)
            return Again(StatusCodes.Status409Conflict);
        ModelState.Clear();
        if (!limits.Allows(HttpContext))
            return Again(StatusCodes.Status429TooManyRequests, texts["From your connection this was sent very often in a row. Please wait a minute and send it again: nothing you typed is lost."]);
        CheckPace();
        Fields.Check(Form, ModelState, texts);
        var cv = await CheckCvAsync(cancel);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status422UnprocessableEntity);
        var email = Fields.Email!.Trim();
        if (!limits.AllowsAddress(email))
            return Again(StatusCodes.Status429TooManyRequests, texts["With this address many applications were sent within an hour. Please wait a little and send it again: nothing you typed is lost."]);
        if (await desk.ReceiveAsync(Order(id, email, cv), cancel) == ApplyOutcome.Closed)
        {
            IsOpen = false;
            return Again(StatusCodes.Status409Conflict);
        }
        return LocalRedirect(Addresses.Apply(Language, id) + QueryString.Create("sent", stamp.Carry(email)));
    }

    private ApplyOrder Order(long id, string email, CvFile? cv) => new()
    {
        PostingId = id,
        Name = Fields.Name!.Trim(),
        Email = email,
        Phone = Fields.Phone?.Trim() ?? "",
        Letter = Form.Letter == ApplyPart.NotAsked ? "" : (Fields.Letter?.Trim() ?? "").ReplaceLineEndings("\n"),
        Answers = Fields.Answered(Form),
        Cv = cv,
        Language = Language,
    };

    /// <returns>Where somebody goes for whom this is the wrong page; null: it is the right one.</returns>
    private async Task<IActionResult?> FindAsync(long id, CancellationToken cancel)
    {
        Response.KeepNowhere();
        if (await postings.FindAsync(id, cancel) is not { } posting)
            return NotFound();
        if (!posting.TakesApplications)
            return LocalRedirect(Addresses.Job(Language, id, posting.Slug));
        Posting = posting;
        IsOpen = postings.IsOpen(posting);
        Head.Title = texts["Apply: {0}", posting.Title];
        Head.NoIndex = true;
        Head.Current = "jobs";
        Head.AnnouncesAlternates = false;
        return null;
    }

    /// <summary>People need a moment, and do not see every field.</summary>
    private void CheckPace()
    {
        var age = stamp.AgeOf(Fields.Stamp);
        if (age is null)
            Fields.Stamp = stamp.New();
        if (age is null || age < TimeSpan.FromSeconds(settings.Value.LeastSeconds) || !string.IsNullOrEmpty(Fields.Website))
            ModelState.AddModelError("", texts["That was so quick that it looks like a program. Please read it through and send it once more."]);
        Fields.Website = null;
    }

    private async Task<CvFile?> CheckCvAsync(CancellationToken cancel)
    {
        if (Fields.Cv is not { } file || Form.Cv == ApplyPart.NotAsked)
            return null;
        try
        {
            if (file.Length > CvFile.MaxBytes)
                throw new CvRefusedException(CvFault.TooLarge);
            var content = new byte[(int)file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancel);
            return CvFile.Check(file.FileName, content);
        }
        catch (CvRefusedException refused)
        {
            ModelState.AddModelError(ApplyFields.At(nameof(Fields.Cv)), ApplyFields.Words(refused.Fault, texts));
            return null;
        }
    }

    /// <summary>The form once more, with all that was typed.</summary>
    private PageResult Again(int status, string? said = null)
    {
        if (said is not null)
            ModelState.AddModelError("", said);
        Response.StatusCode = status;
        MustChooseAgain = Fields.Cv is not null;
        return Page();
    }
}
