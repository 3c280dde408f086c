using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Newsroom.Reviews;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Hand in, send back, call ready; and the comments without the editor. What the editor's page sends comes here too.</summary>
[Authorize(Policies.Write)]
public sealed class ReviewModel(
    ReviewDesk reviews, CommentDesk comments, DeskArticles articles, WritingDesk desk, Writers writers, IStringLocalizer<Interface> texts) : NewsroomPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    /// <summary>Why it is sent back.</summary>
    [BindProperty(Name = "word")]
    public string? Word { get; set; }

    /// <summary>An answer to a comment.</summary>
    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    /// <summary>The thread that is meant.</summary>
    [BindProperty(Name = "thread")]
    public long Thread { get; set; }

    public DeskArticle Article { get; private set; } = null!;
    public WorkingCopy Copy { get; private set; } = null!;
    public IReadOnlyList<CommentThread> Threads { get; private set; } = [];

    public bool MayHandIn => Copy.Stage == WorkStage.Draft && Me.MayWrite(Article);
    public bool MaySendBack => Copy.Stage != WorkStage.Draft && Me.May(Policies.Edit);
    public bool MayCallReady => Copy.Stage != WorkStage.Ready && Me.May(Policies.Edit);

    private string Own => string.Create(CultureInfo.InvariantCulture, $"/articles/{Id}/review");

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ForAsync(() => Task.FromResult<IActionResult>(Page()), cancel);

    public Task<IActionResult> OnPostHandInAsync(CancellationToken cancel) => ForAsync(async () =>
    {
        if (Copy.Stage == WorkStage.Draft && !Me.MayWrite(Article))
            return Forbidden();
        return After(await reviews.HandInAsync(Id, Editor, cancel), texts["Handed in: an editor looks at it now."]);
    }, cancel);

    public Task<IActionResult> OnPostReadyAsync(CancellationToken cancel) => ForAsync(async () =>
        Me.May(Policies.Edit) ? After(await reviews.CallReadyAsync(Id, Editor, cancel), texts["Ready to be published."]) : Forbidden(), cancel);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken cancel) => ForAsync(async () =>
    {
        if (!Me.May(Policies.Edit))
            return Forbidden();
        var writer = await writers.OfAsync(Article, Me.Id, cancel);
        return After(await reviews.SendBackAsync(Id, Word, Editor, writer, cancel), writer is null ? texts["Sent back."] : texts["Sent back; {0} gets a mail.", writer.Mailbox.Name]);
    }, cancel);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel) => ForAsync(async () =>
    {
        if (CommentDesk.Words(Text) is not { Length: > 0 } words)
            return Wrong("text", texts["Write something."]);
        return Told(await comments.AnswerAsync(Id, Thread, words, Editor, cancel) is not null, texts["The answer is there."]);
    }, cancel);

    public Task<IActionResult> OnPostResolveAsync(CancellationToken cancel) => ForAsync(async () =>
        Told(await comments.ResolveAsync(Id, Thread, isResolved: true, Editor, cancel), texts["The comment is done."]), cancel);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) => ForAsync(async () =>
        Told(await comments.ResolveAsync(Id, Thread, isResolved: false, Editor, cancel), texts["The comment is open again."]), cancel);

    public Task<IActionResult> OnPostDeleteAsync(long comment, CancellationToken cancel) => ForAsync(async () => await comments.RemoveAsync(Id, comment, Editor, cancel) switch
    {
        Removal.Done => Done(Own, texts["The comment is deleted."]),
        Removal.Answered => Wrong("", texts["Somebody has answered. Mark it as done instead."], StatusCodes.Status409Conflict),
        Removal.NotOwn => Forbidden(),
        _ => NotFound(),
    }, cancel);

    private LocalRedirectResult Told(bool isDone, string said) => Done(Own, isDone ? said : texts["The comment or its article is no longer there. Load the page again."]);

    private IActionResult After(Handover handover, string said) => handover switch
    {
        // What one may not write any more is not opened again.
        Handover.Done => Done(Me.May(Policies.Edit) ? string.Create(CultureInfo.InvariantCulture, $"/articles/{Id}") : "/articles", said),
        Handover.Missing => NotFound(),
        Handover.NoWord => Wrong("word", texts["Say in a word why, so that the writer knows what to do."]),
        Handover.NoHeadline => Wrong("", texts["It needs a headline first."]),
        _ => Wrong("", texts["Somebody has handed it on meanwhile. This is how it stands now."], StatusCodes.Status409Conflict),
    };

    private async Task<IActionResult> ForAsync(Func<Task<IActionResult>> act, CancellationToken cancel)
    {
        if (await articles.FindAsync(Id, cancel) is not { } article || await desk.OpenAsync(Id, cancel) is not { } copy)
            return NotFound();
        if (!Me.MaySee(article))
            return Forbidden();
        (Article, Copy, Threads) = (article, copy, await comments.ListAsync(Id, cancel));
        return await act();
    }
}
