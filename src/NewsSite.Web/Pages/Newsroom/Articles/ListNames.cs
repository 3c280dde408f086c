using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Finds the author or the tag that was typed into a list's filter: by the whole name, or by a part of it that only one has.</summary>
public sealed class ListNames(Authors authors, AuthorSearch authorSearch, TagIndex tags, TagSearch tagSearch)
{
    /// <summary>As many as one reads through to choose from.</summary>
    private const int MostOthers = 12;

    /// <summary>More authors than that are not offered while typing.</summary>
    private const int MostOffered = 300;

    public async Task<SoughtName> AuthorAsync(string? typed, CancellationToken cancel)
    {
        var words = ArticleRoutes.Cut(typed).Trim();
        if (words.Length == 0)
            return SoughtName.None;
        return await authors.FindAsync(Slug.Sought(words), cancel) is { } author
            ? new SoughtName(words, new FoundName(author.Id, author.Name, author.Slug), [])
            : Among(words, (await authorSearch.SuggestAsync(words, MostOthers, cancel)).Select(found => new FoundName(found.Id, found.Name, found.Slug)));
    }

    public async Task<SoughtName> TagAsync(string? typed, Language language, CancellationToken cancel)
    {
        var words = ArticleRoutes.Cut(typed).Trim();
        if (words.Length == 0)
            return SoughtName.None;
        return await tags.FindAsync(Slug.Sought(words), cancel) is { } tag
            ? new SoughtName(words, new FoundName(tag.Id, tag.Name.In(language), tag.Slug), [])
            : Among(words, (await tagSearch.SuggestAsync(words, MostOthers, cancel)).Select(found => new FoundName(found.Id, found.Name.In(language), found.Slug)));
    }

    /// <summary>The names that are offered while an author's is typed; none where they are too many for a page.</summary>
    public async Task<IReadOnlyList<string>> AuthorNamesAsync() => (await authors.DirectoryAsync()).Names(MostOffered);

    private static SoughtName Among(string words, IEnumerable<FoundName> found)
    {
        var names = found.ToList();
        var meant = names.Where(name => string.Equals(name.Name, words, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant is [var same] ? new SoughtName(words, same, []) : names is [var only] ? new SoughtName(words, only, []) : new SoughtName(words, null, names);
    }
}
