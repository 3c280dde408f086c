using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Paging;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Publishing;

/// <summary>What nobody wanted, to be restored within 30 days.</summary>
[Authorize(Policies.Edit)]
public sealed class BinModel(RecycleBin bin, SectionMenu menu, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public ListPage<BinnedArticle> Articles { get; private set; } = new([], false);

    public SectionTree Sections { get; private set; } = SectionTree.Empty;

    /// <summary>What cannot be undone is the chief editor's.</summary>
    public bool MayRemove => Me.May(Policies.ArrangePaper);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostRestoreAsync(long id, CancellationToken cancel)
    {
        var answer = await bin.RestoreAsync(new PublishingOrder { ArticleId = id, By = Editor }, cancel);
        return answer.IsDone
            ? Done("/bin", answer.Article!.State == ArticleState.Unpublished
                ? texts["“{0}” is restored. Readers see it again when somebody publishes it.", answer.Article.Title]
                : texts["“{0}” is restored as a draft.", answer.Article.Title])
            : await RefusedAsync(answer, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel)
    {
        if (!MayRemove)
            return Forbidden();
        var answer = await bin.RemoveAsync(new PublishingOrder { ArticleId = id, By = Editor }, cancel);
        return answer.IsDone ? Done("/bin", texts["“{0}” is removed for good.", answer.Article!.Title]) : await RefusedAsync(answer, cancel);
    }

    private async Task<IActionResult> RefusedAsync(PublishingAnswer answer, CancellationToken cancel)
    {
        ModelState.AddModelError("", texts["PublishingProblem." + answer.Problem]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Articles = await bin.ListAsync(PageSize, ListKey.Parse(Before), cancel);
        Sections = await menu.TreeAsync();
        return Page();
    }
}
