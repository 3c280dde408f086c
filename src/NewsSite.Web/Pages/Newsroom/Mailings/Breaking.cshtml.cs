using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Editions;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Mailings;

/// <summary>Breaking news: one editor marks an article, a second one sends it.</summary>
[Authorize(Policies.Publish)]
public sealed class BreakingModel(BreakingDesk desk, PublishedArticles articles, PaperClock clock, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int Shown = 20;

    [BindProperty]
    public long Article { get; set; }

    public IReadOnlyList<BreakingNews> Marked { get; private set; } = [];
    public IReadOnlyList<ArticleCard> Recent { get; private set; } = [];

    public bool MayConfirm(BreakingNews news) => news.ConfirmedAt is null && news.MarkedById != Me.Id && news.MarkedAt > clock.Now - BreakingDesk.Lasts;

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostMarkAsync(CancellationToken cancel)
    {
        if (!(await articles.OfAsync([Article], cancel)).TryGetValue(Article, out var card))
            return NotFound();
        return await SayAsync(await desk.MarkAsync(card.Id, Language.OrDefault(card.Language), card.Title, new Newsman(Me.Id, Me.Name), cancel), texts["Marked. A second editor sends it."], cancel);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        await SayAsync(await desk.ConfirmAsync(Article, new Newsman(Me.Id, Me.Name), cancel), texts["It is on its way."], cancel);

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        await SayAsync(await desk.TakeBackAsync(Article, cancel), texts["The mark is taken away."], cancel);

    private async Task<IActionResult> SayAsync(BreakingOutcome outcome, string done, CancellationToken cancel)
    {
        if (outcome == BreakingOutcome.Done)
            return Done("/mailings/breaking", done);
        await ReadAsync(cancel);
        return Wrong("", outcome == BreakingOutcome.SamePerson ? texts["Whoever marked it cannot send it as well."] : texts["A colleague was quicker, or it is too old."], StatusCodes.Status409Conflict);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Marked = await desk.LatestAsync(Shown, cancel);
        var marked = Marked.Select(news => news.ArticleId).ToHashSet();
        Recent = [.. (await articles.SinceAsync(clock.Now - BreakingDesk.Lasts, Shown, cancel)).Where(card => !marked.Contains(card.Id))];
    }
}
