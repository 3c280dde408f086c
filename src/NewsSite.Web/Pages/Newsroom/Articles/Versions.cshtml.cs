using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Versions;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>What an article said before: who kept it and why, any two laid over each other, and back to one.</summary>
[Authorize(Policies.Write)]
public sealed class VersionsModel(VersionHistory history, DeskArticles articles, WritingDesk desk, VersionComparer comparer, IStringLocalizer<Interface> texts) : NewsroomPage
{
    /// <summary>What is being written; versions are numbered from 1.</summary>
    public const int WorkingCopy = 0;

    public DeskArticle Article { get; private set; } = null!;
    public WorkingCopy Copy { get; private set; } = null!;
    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>Null: there are no two to compare.</summary>
    public ComparedVersions? Compared { get; private set; }

    /// <summary>Versions and corrections, the newest first.</summary>
    public IEnumerable<object> History => Lines.Select(line => (line.At, Order: line.Number, Entry: (object)line))
        .Concat(Corrections.Select(correction => (correction.At, Order: int.MaxValue, Entry: (object)correction)))
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Order).Select(entry => entry.Entry);

    /// <summary>The numbers of the two that are compared.</summary>
    [BindProperty(SupportsGet = true, Name = "left")]
    public int? Left { get; set; }

    [BindProperty(SupportsGet = true, Name = "right")]
    public int? Right { get; set; }

    public bool HasText => Copy.SavedAt != default;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await articles.FindAsync(id, cancel) is not { } article || await desk.OpenAsync(id, cancel) is not { } copy)
            return NotFound();
        if (!Me.MaySee(article))
            return Forbidden();
        (Article, Copy) = (article, copy);
        (Lines, Corrections) = (await history.ListAsync(id, cancel), await history.CorrectionsAsync(id, cancel));
        Right ??= WorkingCopy;
        Left ??= (Lines.FirstOrDefault(line => line.IsPublished) ?? (Lines.Count > 0 ? Lines[0] : null))?.Number;
        if (!ModelState.IsValid || Left is not { } left)
            return Page();
        if (await SideAsync(left, cancel) is { } older && await SideAsync(Right.Value, cancel) is { } newer)
            Compared = await comparer.CompareAsync(older, newer, Language, cancel);
        return Page();
    }

    /// <summary>A button that this page does not have.</summary>
    public IActionResult OnPost(long id) => LocalRedirect(At($"/articles/{id}/versions"));

    public async Task<IActionResult> OnPostRollBackAsync(long id, [FromForm] int number, CancellationToken cancel)
    {
        if (await articles.FindAsync(id, cancel) is not { } article)
            return NotFound();
        if (!Me.MayWrite(article))
            return Forbidden();
        return await desk.RollBackAsync(id, number, Editor, cancel) is null
            ? NotFound()
            : Done($"/articles/{id}", texts["The text says again what version {0} said. What was there before is kept as a version; readers see nothing until it is published.", number]);
    }

    public string Name(int? number) => number is null or WorkingCopy ? texts["the text that is being written"] : texts["version {0}", number];

    private async Task<VersionSide?> SideAsync(int number, CancellationToken cancel)
    {
        if (number == WorkingCopy)
            return new VersionSide(Copy.Content.Text, Copy.AuthorIds, Copy.TagIds);
        return await history.FindAsync(Article.Id, number, cancel) is { } version ? new VersionSide(version.Text, version.AuthorIds, version.TagIds) : null;
    }
}
