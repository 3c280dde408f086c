using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages;

/// <summary>What became of an old address.</summary>
/// <param name="Address">Where it leads now; null: nowhere.</param>
/// <param name="IsGone">What was there was deleted.</param>
public sealed record OldPlace(string? Address, bool IsGone)
{
    public static readonly OldPlace None = new(null, IsGone: false);
    public static readonly OldPlace Gone = new(null, IsGone: true);

    /// <summary>An editor chose it, and may choose another.</summary>
    public bool IsForNow { get; init; }
}

/// <summary>Works out where an old address leads now, straight to the thing's current address.</summary>
public sealed class OldAddressResolver(
    OldAddresses addresses, ArticleReader articles, PublishedPages pages, Authors authors, TagIndex tags, OpenPostings postings)
{
    public async Task<OldPlace> FindAsync(PathString path, QueryString query, Frame frame, CancellationToken cancel)
    {
        if (await addresses.FindAsync(path.Value ?? "/", query.Value ?? "", cancel) is not { } redirect)
            return OldPlace.None;
        if (redirect.ToKind == "article")
            return await ArticleAsync(redirect.ToId, frame, cancel);
        return new OldPlace(await AddressOfAsync(redirect, frame, cancel), redirect.ToKind == Redirect.Gone);
    }

    private async Task<string?> AddressOfAsync(Redirect redirect, Frame frame, CancellationToken cancel) => redirect.ToKind switch
    {
        "" => redirect.ToPath,
        "section" => frame.Sections.All.FirstOrDefault(section => section.Id == redirect.ToId) is { } section ? Addresses.Section(frame.Language, section) : null,
        "tag" => await tags.FindAsync(redirect.ToId, cancel) is { } tag ? Addresses.Tag(frame.Language, tag.Slug) : null,
        "author" => await authors.FindAsync(redirect.ToId, cancel) is { } author ? Addresses.Author(frame.Language, author.Slug) : null,
        "page" => await pages.FindAsync(redirect.ToId, cancel) is { } page ? Addresses.StaticPage(Language.OrDefault(page.Language), page.Slug) : null,
        "posting" => await postings.FindAsync(redirect.ToId, cancel) is { } posting ? Addresses.CanonicalJob(posting) : null,
        _ => null,
    };

    /// <summary>The article's address; where it was taken back, what its own address answers.</summary>
    private async Task<OldPlace> ArticleAsync(long id, Frame frame, CancellationToken cancel) => await articles.FindAsync(id, cancel) switch
    {
        { Article.Card: { } card } => new OldPlace(Addresses.Article(card, frame.Sections[card.SectionId]), IsGone: false),
        { MovedTo: { Length: > 0 } movedTo } => new OldPlace(movedTo, IsGone: true) { IsForNow = true },
        { IsGone: true } => OldPlace.Gone,
        _ => OldPlace.None,
    };
}
