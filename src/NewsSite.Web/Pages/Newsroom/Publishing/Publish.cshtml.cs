using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Publishing;

/// <summary>
/// Where an article goes to its readers: now, at a time, not before a time, until a time. The editor page's Publish saves and
/// leads here; one press more and it is out.
/// </summary>
[Authorize(Policies.Publish)]
public sealed class PublishModel(PublishingDesk desk, RecycleBin bin, PublishingLook look, PaperClock clock, Addresses addresses, IStringLocalizer<Interface> texts) : NewsroomPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    /// <summary>What was before the editor's eyes.</summary>
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>How it is told to readers who have the article already.</summary>
    [BindProperty]
    public Publication As { get; set; }

    [BindProperty]
    public string? Correction { get; set; }

    [BindProperty]
    public TypedTime Plan { get; set; } = new();

    [BindProperty]
    public TypedTime Embargo { get; set; } = new();

    [BindProperty]
    public TypedTime End { get; set; } = new();

    [BindProperty]
    public string? MovedTo { get; set; }

    public PublishingView View { get; private set; } = null!;

    public Article Article => View.Article;

    public bool IsPublished => Article.State == ArticleState.Published;

    public bool IsUnderEmbargo => Article.IsUnderEmbargo(clock.Now);

    public string Title => View.Title.Length > 0 ? View.Title : texts["Without a headline"];

    /// <summary>The article's own language, for its words.</summary>
    public Language Written => Language.OrDefault(Article.Language);

    public string Zone => clock.Zone.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LookAsync(cancel))
            return NotFound();
        Plan = TypedTime.Of(Article.ScheduledFor, clock);
        Embargo = TypedTime.Of(IsUnderEmbargo ? Article.EmbargoUntil : null, clock);
        End = TypedTime.Of(Article.EndsAt, clock);
        MovedTo = Article.MovedTo;
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        var answer = await desk.PublishAsync(Order(), As, Correction ?? "", cancel);
        return await AnswerAsync(answer, answer.PlannedFor is { } at
            ? texts["Under embargo: it will be published when the embargo ends, {0}.", WordsOf(at)]
            : texts["Published. Readers see it now."], cancel);
    }

    public async Task<IActionResult> OnPostScheduleAsync(CancellationToken cancel)
    {
        if (Read(Plan, nameof(Plan)) is not { } at)
            return await AgainAsync(cancel);
        var answer = await desk.ScheduleAsync(Order(), at, As, cancel);
        return await AnswerAsync(answer, texts["It will be published on {0}.", WordsOf(answer.Article?.ScheduledFor ?? at)], cancel, nameof(Plan));
    }

    public async Task<IActionResult> OnPostUnscheduleAsync(CancellationToken cancel) =>
        await AnswerAsync(await desk.UnscheduleAsync(Order(), cancel), texts["The plan is dropped; nothing is published by itself."], cancel);

    public async Task<IActionResult> OnPostEmbargoAsync(CancellationToken cancel) =>
        Read(Embargo, nameof(Embargo)) is { } until
            ? await AnswerAsync(await desk.EmbargoAsync(Order(), until, cancel), texts["Under embargo until {0}.", WordsOf(until)], cancel, nameof(Embargo))
            : await AgainAsync(cancel);

    public async Task<IActionResult> OnPostLiftEmbargoAsync(CancellationToken cancel) =>
        await AnswerAsync(await desk.EmbargoAsync(Order(), null, cancel), texts["The embargo is lifted."], cancel);

    public async Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancel) =>
        OwnAddress() is { } path
            ? await AnswerAsync(await desk.UnpublishAsync(Order(), path, cancel), texts["Taken from readers."], cancel, nameof(MovedTo))
            : await AgainAsync(cancel);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        OwnAddress() is { } path && Read(End, nameof(End)) is { } at
            ? await AnswerAsync(await desk.EndAsync(Order(), at, path, cancel), texts["It will be taken from readers on {0}.", WordsOf(at)], cancel, nameof(End))
            : await AgainAsync(cancel);

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) =>
        await AnswerAsync(await desk.EndAsync(Order(), null, "", cancel), texts["It stays with readers."], cancel);

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) =>
        OwnAddress() is { } path
            ? await AnswerAsync(await desk.MoveAsync(Order(), path, cancel), texts["Saved."], cancel, nameof(MovedTo))
            : await AgainAsync(cancel);

    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken cancel) =>
        await AnswerAsync(await desk.CorrectAsync(Order(), Correction ?? "", cancel), texts["Readers see the correction now."], cancel, nameof(Correction));

    public async Task<IActionResult> OnPostTakeBackAsync(int place, CancellationToken cancel) =>
        await AnswerAsync(await desk.TakeBackCorrectionAsync(Order(), place, cancel), texts["The correction is taken back."], cancel);

    public async Task<IActionResult> OnPostBinAsync(CancellationToken cancel)
    {
        var answer = await bin.PutAsync(Order(), cancel);
        return answer.IsDone ? Done("/bin", texts["“{0}” lies in the recycle bin.", answer.Article!.Title]) : await AnswerAsync(answer, "", cancel);
    }

    private string Path => string.Create(CultureInfo.InvariantCulture, $"/articles/{Id}/publish");

    private PublishingOrder Order() => new() { ArticleId = Id, By = Editor, SeenVersion = Version, SeenRevision = Revision };

    private string WordsOf(DateTimeOffset at) => HttpContext.RequestServices.GetRequiredService<Words>().DayAndTime(at);

    private DateTimeOffset? Read(TypedTime typed, string field)
    {
        var (at, wrong) = typed.Read(clock, texts);
        if (at is null)
            ModelState.AddModelError(field, wrong);
        return at;
    }

    /// <summary>The path that was typed, empty where none was; null where it is none of ours.</summary>
    private string? OwnAddress()
    {
        if (string.IsNullOrWhiteSpace(MovedTo))
            return "";
        var path = TypedPath.Parse(MovedTo, addresses.Origin);
        if (path is null)
            ModelState.AddModelError(nameof(MovedTo), texts["PublishingProblem." + PublishingProblem.NotOurAddress]);
        return path;
    }

    private async Task<IActionResult> AnswerAsync(PublishingAnswer answer, string said, CancellationToken cancel, string field = "")
    {
        if (answer.Problem is not { } problem)
            return Done(Path, said);
        if (problem == PublishingProblem.NoArticle)
            return NotFound();
        ModelState.AddModelError(FieldOf(problem, field), texts["PublishingProblem." + problem]);
        return await AgainAsync(cancel, problem == PublishingProblem.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The field that a problem is about, where it is about one.</summary>
    private static string FieldOf(PublishingProblem problem, string field) => problem switch
    {
        PublishingProblem.TimePassed or PublishingProblem.EndsBeforeStart or PublishingProblem.EmptyCorrection => field,
        PublishingProblem.OwnAddress or PublishingProblem.TargetNotPublic or PublishingProblem.NotOurAddress => nameof(MovedTo),
        _ => "",
    };

    /// <summary>The page again with what was typed; what was not typed as it is stored.</summary>
    private async Task<IActionResult> AgainAsync(CancellationToken cancel, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (!await LookAsync(cancel))
            return NotFound();
        Plan = Plan.IsEmpty ? TypedTime.Of(Article.ScheduledFor, clock) : Plan;
        Embargo = Embargo.IsEmpty ? TypedTime.Of(IsUnderEmbargo ? Article.EmbargoUntil : null, clock) : Embargo;
        End = End.IsEmpty ? TypedTime.Of(Article.EndsAt, clock) : End;
        MovedTo ??= Article.MovedTo;
        return Wrong(status);
    }

    private async Task<bool> LookAsync(CancellationToken cancel)
    {
        if (await look.AtAsync(Id, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
