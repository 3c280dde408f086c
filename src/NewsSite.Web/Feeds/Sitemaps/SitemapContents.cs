using System.Runtime.CompilerServices;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>What stands in each kind of sitemap. Lists are named in the languages in which they have articles.</summary>
internal sealed class SitemapContents(
    ArticleCatalogue articles, PostingCatalogue postings, TagIndex tags, Authors authors, PublishedPages pages)
{
    /// <summary>Rows that are read at a time.</summary>
    private const int Chunk = 1000;

    public IAsyncEnumerable<SitemapEntry> Of(string kind, IdRange range, SectionTree sections) => kind switch
    {
        SitemapKind.Articles => ArticlesAsync(range, sections),
        SitemapKind.Jobs => JobsAsync(range),
        SitemapKind.Tags => TagsAsync(range),
        SitemapKind.Authors => AuthorsAsync(range),
        SitemapKind.Employers => EmployersAsync(range),
        SitemapKind.Pages => PagesAsync(sections),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such sitemap"),
    };

    private async IAsyncEnumerable<SitemapEntry> ArticlesAsync(IdRange range, SectionTree sections, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        IReadOnlyList<ArticleEntry> chunk;
        for (var after = range.From - 1; (chunk = await articles.EntriesAsync(range, after, Chunk, cancel)).Count > 0; after = chunk[^1].Id)
        {
            var translations = await articles.TranslationsAsync([.. chunk.Select(entry => entry.TranslationGroup).OfType<long>().Distinct()], cancel);
            foreach (var entry in chunk)
            {
                var versions = entry.TranslationGroup is { } group ? translations[group].ToList() : [];
                yield return new SitemapEntry(AddressOf(entry), entry.ModifiedAt, versions.Count < 2 ? [] :
                    [.. versions.Select(version => new Alternate(Language.OrDefault(version.Language), AddressOf(version)))]);
            }
        }

        string AddressOf(ArticleEntry entry) => Addresses.Article(entry, sections[entry.SectionId]);
    }

    private async IAsyncEnumerable<SitemapEntry> JobsAsync(IdRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        IReadOnlyList<PostingEntry> chunk;
        for (var after = range.From - 1; (chunk = await postings.EntriesAsync(range, after, Chunk, cancel)).Count > 0; after = chunk[^1].Id)
        {
            foreach (var entry in chunk)
                yield return new SitemapEntry(Addresses.Job(Language.OrDefault(entry.Language), entry.Id, entry.Slug), entry.ModifiedAt, []);
        }
    }

    private async IAsyncEnumerable<SitemapEntry> TagsAsync(IdRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var slugs = await tags.SlugsAsync(range, cancel);
        foreach (var entry in Listed(await articles.TagsAsync(range, cancel), (language, id) => Addresses.Tag(language, slugs[id])))
            yield return entry;
    }

    private async IAsyncEnumerable<SitemapEntry> AuthorsAsync(IdRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var slugs = await authors.SlugsAsync(range, cancel);
        foreach (var entry in Listed(await articles.AuthorsAsync(range, cancel), (language, id) => Addresses.Author(language, slugs[id])))
            yield return entry;
    }

    private async IAsyncEnumerable<SitemapEntry> EmployersAsync(IdRange range, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var employer in await postings.EmployersAsync(range, cancel))
        {
            foreach (var entry in InEveryLanguage(language => Addresses.Employer(language, employer.Slug), employer.NewestAt))
                yield return entry;
        }
    }

    private async IAsyncEnumerable<SitemapEntry> PagesAsync(SectionTree sections, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var entry in InEveryLanguage(Addresses.Home, null).Concat(InEveryLanguage(Addresses.Latest, null)).Concat(InEveryLanguage(Addresses.Jobs, null)))
            yield return entry;
        foreach (var entry in Listed(WithParents(await articles.SectionsAsync(cancel), sections), (language, id) => Addresses.Section(language, sections[id])))
            yield return entry;
        foreach (var versions in (await pages.AllAsync(cancel)).GroupBy(page => page.Slug))
        {
            var alternates = versions.Select(page => AlternateOf(page)).ToList();
            foreach (var page in versions)
                yield return new SitemapEntry(AlternateOf(page).Path, page.ModifiedAt, alternates.Count < 2 ? [] : alternates);
        }

        static Alternate AlternateOf(StaticPage page)
        {
            var language = Language.OrDefault(page.Language);
            return new Alternate(language, Addresses.StaticPage(language, page.Slug));
        }
    }

    /// <summary>A section shows the articles of those that lie in it too.</summary>
    private static IEnumerable<Listing> WithParents(IReadOnlyList<Listing> listings, SectionTree sections) => listings
        .SelectMany(listing => sections.Path(sections[listing.Id]).Select(section => listing with { Id = section.Id }))
        .GroupBy(listing => (listing.Id, listing.Language))
        .Select(group => new Listing(group.Key.Id, group.Key.Language, group.Max(listing => listing.NewestAt)));

    private static IEnumerable<SitemapEntry> Listed(IEnumerable<Listing> listings, Func<Language, long, string> address)
    {
        foreach (var list in listings.OrderBy(listing => listing.Id).GroupBy(listing => listing.Id))
        {
            var alternates = list.Select(listing => Language.OrDefault(listing.Language)).Select(language => new Alternate(language, address(language, list.Key))).ToList();
            foreach (var listing in list)
                yield return new SitemapEntry(address(Language.OrDefault(listing.Language), list.Key), listing.NewestAt, alternates.Count < 2 ? [] : alternates);
        }
    }

    private static IEnumerable<SitemapEntry> InEveryLanguage(Func<Language, string> address, DateTimeOffset? modifiedAt)
    {
        var alternates = Language.All.Select(language => new Alternate(language, address(language))).ToList();
        return alternates.Select(alternate => new SitemapEntry(alternate.Path, modifiedAt, alternates));
    }
}
