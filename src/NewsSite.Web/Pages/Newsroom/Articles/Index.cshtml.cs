using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>What the newsroom works on, last changed first. Contributors see what they started.</summary>
[Authorize(Policies.Write)]
public sealed class IndexModel(DeskArticles articles, SectionMenu menu, Authors authors) : NewsroomPage
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

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public DeskPart Part => Enum.TryParse<DeskPart>(Asked, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : DeskPart.All;

    /// <summary>Whose every article is one's own needs no tab for them.</summary>
    public IEnumerable<DeskPart> Parts => Enum.GetValues<DeskPart>().Where(part => part != DeskPart.Mine || Me.May(Policies.Edit));

    public SectionTree Sections { get; private set; } = SectionTree.Empty;
    public ListPage<DeskArticle> Articles { get; private set; } = new([], false);

    /// <summary>How many wait for an editor.</summary>
    public int Waiting { get; private set; }

    private AuthorDirectory _authors = AuthorDirectory.Empty;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sections = await menu.TreeAsync();
        _authors = await authors.DirectoryAsync();
        Waiting = Me.May(Policies.Edit) ? await articles.InReviewAsync(cancel) : 0;
        Articles = await articles.PageAsync(new DeskQuestion
        {
            Part = Part,
            Words = ArticleRoutes.Cut(Search),
            Sections = Sections.Find(Section ?? "") is { } section ? [.. Sections.Under(section).Select(inner => inner.Id)] : [],
            Language = Language.Find(In),
            OwnerId = Part == DeskPart.Mine || !Me.May(Policies.Edit) ? Me.Id : null,
            Before = ListKey.Parse(Before),
        }, PageSize, cancel);
    }

    public string AuthorsOf(DeskArticle article) => string.Join(", ", _authors.Of(article.AuthorIds ?? []).Select(author => author.Name));

    /// <summary>Where one works on it, or where readers see it when it is out of one's hands; nowhere while it waits for an editor.</summary>
    public string? AddressOf(DeskArticle article) =>
        Me.MayWrite(article) ? At($"/articles/{article.Id}")
        : article.State == ArticleState.Published ? Addresses.Article(article, Sections[article.SectionId])
        : null;

    /// <summary>This list again, with another part or from another place on.</summary>
    public string Address(DeskPart part, ListKey? before = null)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["part"] = part == DeskPart.All ? null : part.ToString().ToLowerInvariant(),
            ["q"] = Search,
            ["section"] = Section,
            ["language"] = In,
            ["before"] = before?.ToString(),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
        return At("/articles") + query;
    }
}
