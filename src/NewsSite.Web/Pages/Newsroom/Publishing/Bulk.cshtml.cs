using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Html;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Publishing;

/// <summary>
/// The same for many articles: the list of articles posts what was chosen there. What needs a tag or a section asks for it first;
/// then each article is told of, done or why not.
/// </summary>
[Authorize(Policies.Publish)]
public sealed class BulkModel(BulkDesk desk, SectionMenu menu, TagIndex tags, IStringLocalizer<Interface> texts) : NewsroomPage
{
    [BindProperty(Name = "ids")]
    public List<long> Ids { get; set; } = [];

    /// <summary>publish, unpublish, tag, section or bin.</summary>
    [BindProperty(Name = "act")]
    public string? ActName { get; set; }

    [BindProperty(Name = "section")]
    public long? Section { get; set; }

    /// <summary>Its name or slug.</summary>
    [BindProperty(Name = "tag")]
    public string? Tag { get; set; }

    public BulkAct Act { get; private set; }

    public SectionTree Sections { get; private set; } = SectionTree.Empty;

    /// <summary>Null: a tag or a section is asked for first.</summary>
    public IReadOnlyList<BulkResult>? Results { get; private set; }

    public int Count => Ids.Distinct().Count();

    /// <summary>A page that was loaded again after the work was done.</summary>
    public IActionResult OnGet() => LocalRedirect(At("/articles"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Enum.TryParse<BulkAct>(ActName, ignoreCase: true, out var act) || !Enum.IsDefined(act) || !ModelState.IsValid || Count > BulkOrder.Most)
            return BadRequest();
        if (Count == 0)
            return Done("/articles", texts["No article was chosen."]);
        Act = act;
        Sections = await menu.TreeAsync();
        if (await ValueAsync(cancel) is not { } value)
            return ModelState.IsValid ? Page() : Wrong();
        Results = await desk.CarryOutAsync(new BulkOrder { Act = act, Ids = Ids, By = Editor, Value = value }, cancel);
        return Page();
    }

    /// <summary>What the act needs besides; null: it is still to be given.</summary>
    private async Task<long?> ValueAsync(CancellationToken cancel)
    {
        switch (Act)
        {
            case BulkAct.Section:
                return Section is { } id && Sections.All.Any(section => section.Id == id) ? id : null;
            case BulkAct.Tag when string.IsNullOrWhiteSpace(Tag):
                return null;
            case BulkAct.Tag:
                if (await tags.FindAsync(Slug.From(Tag.Trim()), cancel) is { } tag)
                    return tag.Id;
                ModelState.AddModelError(nameof(Tag), texts["There is no tag “{0}”.", Tag.Trim()]);
                return null;
            default:
                return 0;
        }
    }
}
