using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.Newsroom.Articles;

/// <summary>
/// Published articles as Search finds them. Facets: kind, language, section (with those that it lies in), tag and author, by slug.
/// Reads the tables, not what is remembered for pages: a change that was noted a moment ago is in it.
/// </summary>
internal sealed class ArticleDocuments(NewsDb db) : IDocumentSource
{
    public const string Noun = "article";

    public string Kind => Noun;

    private IQueryable<Article> Shown => db.Set<Article>().AsNoTracking().Where(article => article.State == ArticleState.Published);

    public async Task<IReadOnlyList<long>> IdsAsync(long after, int size, CancellationToken cancel) =>
        await Shown.Where(article => article.Id > after).OrderBy(article => article.Id).Select(article => article.Id).Take(size).ToListAsync(cancel);

    public Task<int> CountAsync(CancellationToken cancel) => Shown.CountAsync(cancel);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var rows = await (
            from article in Shown.Where(article => ids.Contains(article.Id))
            join version in db.Set<ArticleVersion>() on new { article.Id, Number = article.PublishedNumber } equals new { Id = version.ArticleId, Number = (int?)version.Number }
            orderby article.Id
            select new Row
            {
                Id = article.Id,
                Language = article.Language,
                SectionId = article.SectionId,
                PublishedAt = article.PublishedAt!.Value,
                Title = version.Title,
                Standfirst = version.Standfirst,
                Body = version.Body,
            }).ToListAsync(cancel);
        if (rows.Count == 0)
            return [];
        var carried = (await db.Set<ArticleTag>().AsNoTracking().Where(tag => ids.Contains(tag.ArticleId)).OrderBy(tag => tag.TagId)
            .Select(tag => new { tag.ArticleId, tag.Tag.Slug, tag.Tag.Name }).ToListAsync(cancel)).ToLookup(tag => tag.ArticleId, tag => new Term(tag.Slug, tag.Name));
        var signed = (await db.Set<Byline>().AsNoTracking().Where(byline => ids.Contains(byline.ArticleId)).OrderBy(byline => byline.Position)
            .Select(byline => new { byline.ArticleId, byline.Author.Slug, byline.Author.Name }).ToListAsync(cancel)).ToLookup(byline => byline.ArticleId, byline => (byline.Slug, byline.Name));
        var sections = await db.Set<Section>().AsNoTracking().ToDictionaryAsync(section => section.Id, cancel);
        return [.. rows.Select(row => Document(row, Up(sections, row.SectionId), [.. carried[row.Id]], [.. signed[row.Id]]))];
    }

    private static SearchDocument Document(Row row, IReadOnlyList<Term> sections, IReadOnlyList<Term> tags, IReadOnlyList<(string Slug, string Name)> authors) => new()
    {
        Key = new DocumentKey(Noun, row.Id),
        Language = Language.OrDefault(row.Language),
        Title = row.Title,
        By = string.Join('\n', authors.Select(author => author.Name)),
        Lead = row.Standfirst,
        // In all languages: who asks in another finds it by the section's name there.
        Filed = string.Join('\n', sections.Concat(tags).SelectMany(term => term.Name.All).Distinct()),
        Body = row.Body.PlainText(),
        Facets =
        [
            new Facet("kind", Noun),
            new Facet("language", row.Language),
            .. sections.Select(section => new Facet("section", section.Slug)),
            .. tags.Select(tag => new Facet("tag", tag.Slug)),
            .. authors.Select(author => new Facet("author", author.Slug)),
        ],
        At = row.PublishedAt,
        Ages = true,
    };

    /// <summary>The section and those that it lies in.</summary>
    private static List<Term> Up(Dictionary<long, Section> sections, long id)
    {
        var path = new List<Term>();
        for (long? at = id; at is { } one && sections.TryGetValue(one, out var section) && path.Count <= sections.Count; at = section.ParentId)
            path.Add(new Term(section.Slug, section.Name));
        return path;
    }

    private sealed class Row
    {
        public required long Id { get; init; }
        public required string Language { get; init; }
        public required long SectionId { get; init; }
        public required DateTimeOffset PublishedAt { get; init; }
        public required string Title { get; init; }
        public required string Standfirst { get; init; }
        public required BlockDocument Body { get; init; }
    }

    private sealed record Term(string Slug, LocalizedText Name);
}
