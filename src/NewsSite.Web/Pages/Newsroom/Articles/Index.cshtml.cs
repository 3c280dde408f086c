using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>What the newsroom works on, last changed first. Contributors see what they started.</summary>
[Authorize(Policies.Write)]
public sealed class IndexModel(DeskArticles articles, SectionMenu menu, Authors authors, ListNames names, PaperClock clock) : NewsroomPage
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "part")]
    public string? Asked { get; set; }

    /// <summary>A section's slug.</summary>
    [BindProperty(SupportsGet = true, Name = "section")]
    public string? Section { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? In { get; set; }

    /// <summary>An author's name, or a part of it.</summary>
    [BindProperty(SupportsGet = true, Name = "author")]
    public string? AskedAuthor { get; set; }

    /// <summary>A tag's name, or a part of it.</summary>
    [BindProperty(SupportsGet = true, Name = "tag")]
    public string? AskedTag { get; set; }

    /// <summary>Last worked on from that day on.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? AskedFrom { get; set; }

    /// <summary>The last day, whole.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? AskedTo { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public DeskPart Part => Enum.TryParse<DeskPart>(Asked, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : DeskPart.All;

    /// <summary>Whose every article is one's own needs no tab for them.</summary>
    public IEnumerable<DeskPart> Parts => Enum.GetValues<DeskPart>().Where(part => part != DeskPart.Mine || Me.May(Policies.Edit));

    public SoughtName Author { get; private set; } = SoughtName.None;
    public SoughtName Tag { get; private set; } = SoughtName.None;
    public DateOnly? From => Day(AskedFrom);
    public DateOnly? To => Day(AskedTo);

    /// <summary>Whether more is asked than what the form shows at once.</summary>
    public bool AsksMore => Author.Typed.Length > 0 || Tag.Typed.Length > 0 || From is not null || To is not null;

    public IReadOnlyList<string> AuthorNames { get; private set; } = [];

    public SectionTree Sections { get; private set; } = SectionTree.Empty;
    public ListPage<DeskArticle> Articles { get; private set; } = new([], false);

    /// <summary>How many wait for an editor.</summary>
    public int Waiting { get; private set; }

    private AuthorDirectory _authors = AuthorDirectory.Empty;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sections = await menu.TreeAsync();
        _authors = await authors.DirectoryAsync();
        AuthorNames = await names.AuthorNamesAsync();
        (Author, Tag) = (await names.AuthorAsync(AskedAuthor, cancel), await names.TagAsync(AskedTag, Language, cancel));
        Waiting = Me.May(Policies.Edit) ? await articles.InReviewAsync(cancel) : 0;
        if (Author.IsUnclear || Tag.IsUnclear)
            return;
        Articles = await articles.PageAsync(new DeskQuestion
        {
            Part = Part,
            Words = ArticleRoutes.Cut(Search),
            Sections = Sections.Find(Section ?? "") is { } section ? [.. Sections.Under(section).Select(inner => inner.Id)] : [],
            Language = Language.Find(In),
            Author = Author.Found?.Id,
            Tag = Tag.Found?.Id,
            Since = From is { } from ? clock.StartOf(from) : null,
            Until = To is { } to ? clock.StartOf(to.AddDays(1)) : null,
            OwnerId = Part == DeskPart.Mine || !Me.May(Policies.Edit) ? Me.Id : null,
            Before = ListKey.Parse(Before),
        }, PageSize, cancel);
    }

    public IEnumerable<Author> AuthorsOf(DeskArticle article) => _authors.Of(article.AuthorIds ?? []);

    /// <summary>Where one works on it, or where readers see it when it is out of one's hands; nowhere while it waits for an editor.</summary>
    public string? AddressOf(DeskArticle article) =>
        Me.MayWrite(article) ? At($"/articles/{article.Id}")
        : article.State == ArticleState.Published ? Addresses.Article(article, Sections[article.SectionId])
        : null;

    /// <summary>This list again, with another part or from another place on.</summary>
    public string Address(DeskPart part, ListKey? before = null) => Address(part, AskedAuthor, AskedTag, before);

    /// <summary>This list of that author's articles only.</summary>
    public string OfAuthor(string slug) => Address(Part, slug, AskedTag, before: null);

    /// <summary>This list of the articles with that tag only.</summary>
    public string WithTag(string slug) => Address(Part, AskedAuthor, slug, before: null);

    private string Address(DeskPart part, string? author, string? tag, ListKey? before)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["part"] = part == DeskPart.All ? null : part.ToString().ToLowerInvariant(),
            ["q"] = Search,
            ["section"] = Section,
            ["language"] = In,
            ["author"] = author,
            ["tag"] = tag,
            ["from"] = From is { } from ? Words.Machine(from) : null,
            ["to"] = To is { } to ? Words.Machine(to) : null,
            ["before"] = before?.ToString(),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
        return At("/articles") + query;
    }

    /// <summary>What is no day asks nothing. In year 9999 there is no day after the last.</summary>
    private static DateOnly? Day(string? asked) =>
        DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;
}
