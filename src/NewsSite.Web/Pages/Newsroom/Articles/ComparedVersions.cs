using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.Versions;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>One of two versions that are laid over each other.</summary>
/// <param name="AuthorIds">Null: the version did not keep them.</param>
/// <param name="TagIds">Null: the version did not keep them.</param>
public sealed record VersionSide(ArticleText Text, IReadOnlyList<long>? AuthorIds, IReadOnlyList<long>? TagIds);

/// <summary>Two versions laid over each other, with what they show and name.</summary>
public sealed record ComparedVersions
{
    public required IReadOnlyList<ComparedPassage> Passages { get; init; }

    /// <summary>Empty where one of the two does not know them.</summary>
    public required IReadOnlyList<(Difference Difference, string Name)> Authors { get; init; }

    /// <inheritdoc cref="Authors"/>
    public required IReadOnlyList<(Difference Difference, string Name)> Tags { get; init; }

    /// <summary>Those that are still in the library, by id.</summary>
    public required IReadOnlyDictionary<long, MediaItem> Pictures { get; init; }

    /// <summary>Titles of the articles that the text names, by id.</summary>
    public required IReadOnlyDictionary<long, string> Articles { get; init; }

    public bool AreSame => Passages.All(passage => passage.IsSame) && Authors.Concat(Tags).All(name => name.Difference == Difference.Same);
}

/// <summary>Lays two versions over each other.</summary>
public sealed class VersionComparer(MediaLibrary media, DeskArticles articles, Authors authors, TagSearch tags)
{
    public async Task<ComparedVersions> CompareAsync(VersionSide older, VersionSide newer, Language language, CancellationToken cancel)
    {
        var passages = Comparison.Of(older.Text, newer.Text);
        var byTag = (await tags.OfAsync([.. (older.TagIds ?? []).Concat(newer.TagIds ?? [])], cancel)).ToDictionary(tag => tag.Id, tag => tag.Name.In(language));
        var byAuthor = (await authors.DirectoryAsync()).Of([.. (older.AuthorIds ?? []).Concat(newer.AuthorIds ?? []).Distinct()]).ToDictionary(author => author.Id, author => author.Name);
        return new ComparedVersions
        {
            Passages = passages,
            Authors = Names(older.AuthorIds, newer.AuthorIds, byAuthor),
            Tags = Names(older.TagIds, newer.TagIds, byTag),
            Pictures = (await media.FindAsync([.. Ids(passages, PassageKind.Hero, PassageKind.Picture)], cancel)).Where(item => item.HasFile).ToDictionary(item => item.Id),
            Articles = (await articles.FindAsync([.. Ids(passages, PassageKind.Article, PassageKind.Article)], cancel)).ToDictionary(article => article.Id, article => article.Title),
        };
    }

    /// <summary>Those that are there no more are left out.</summary>
    private static IReadOnlyList<(Difference Difference, string Name)> Names(IReadOnlyList<long>? older, IReadOnlyList<long>? newer, Dictionary<long, string> names) =>
        older is null || newer is null ? [] : [.. Comparison.OfNames(older, newer).Where(name => names.ContainsKey(name.Id)).Select(name => (name.Difference, names[name.Id]))];

    private static IEnumerable<long> Ids(IEnumerable<ComparedPassage> passages, PassageKind kind, PassageKind other) =>
        passages.Where(passage => passage.Kind == kind || passage.Kind == other).Select(passage => passage.Id).Distinct();
}
