using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Following;
using NewsSite.Search.Index;
using NewsSite.Search.Queries;

namespace NewsSite.Web.Pages.Search;

/// <summary>A question with all names looked up, and what the index found.</summary>
public sealed record Finding(ResolvedQuery Query, SearchHits Hits);

/// <summary>Asks the index what a reader asks.</summary>
public sealed class Finder(SearchIndex index, IndexKeeper keeper, SearchVocabulary vocabulary, GenerationMemory memory, NewsDb db, PaperClock clock)
{
    /// <summary>The last change that can be found; what is remembered of a finding belongs to it.</summary>
    public long LastChange => index.LastChange;

    /// <summary>Not everything that readers may see can be found yet.</summary>
    public bool IsCatchingUp => !keeper.State.IsReady;

    /// <summary>Hits from that place on, and all that a page's filters count.</summary>
    public async Task<Finding> FindAsync(SearchQuery query, string? onlyKind, int offset, int size, CancellationToken cancel)
    {
        var kind = onlyKind ?? query.OnlyKind();
        var resolved = await ResolveAsync(query, cancel);
        return new Finding(resolved, index.Search(resolved, new SearchRequest
        {
            Now = clock.Now,
            Offset = offset,
            Size = size,
            Kinds = onlyKind is null ? [] : [onlyKind],
            Facets = [.. FilterGroups.FacetsOf(kind), ThingKinds.Facet],
            TimeBands = FilterGroups.TimeBands(clock.Now),
            PayBands = kind == ThingKinds.Job ? FilterGroups.PayBands : [],
        }));
    }

    /// <summary>How much there is of a kind by each filter: counted once for a generation and a state of the index, since every page of the plain list says it.</summary>
    public async Task<SearchHits> CountedAsync(string? kind, CancellationToken cancel)
    {
        return IsCatchingUp ? await AllAsync(cancel) : await memory.GetAsync($"filters {kind} {LastChange}", () => AllAsync(CancellationToken.None));

        async Task<SearchHits> AllAsync(CancellationToken token) => (await FindAsync(new SearchQuery(), kind, 0, 0, token)).Hits;
    }

    /// <summary>How much a question would find.</summary>
    public async Task<int> CountAsync(SearchQuery query, string? onlyKind, CancellationToken cancel) =>
        index.Search(await ResolveAsync(query, cancel), new SearchRequest { Now = clock.Now, Size = 0, Kinds = onlyKind is null ? [] : [onlyKind] }).Total;

    /// <summary>The first things, without anything counted.</summary>
    public async Task<IReadOnlyList<DocumentKey>> KeysAsync(SearchQuery query, string? onlyKind, int size, CancellationToken cancel) =>
        [.. index.Search(await ResolveAsync(query, cancel), new SearchRequest { Now = clock.Now, Size = size, Kinds = onlyKind is null ? [] : [onlyKind] }).Hits.Select(hit => hit.Key)];

    private async Task<ResolvedQuery> ResolveAsync(SearchQuery query, CancellationToken cancel)
    {
        var resolved = query.ResolveForPage(vocabulary.Lexicon, await vocabulary.FollowedAsync(db, cancel), clock);
        if (resolved is { Near: null, Sort: Sort.Distance })
            resolved = resolved with { Sort = Sort.Relevance };
        // A place that nobody knows narrows nothing: the page says so beside what there is anywhere.
        resolved = resolved with { UnknownPlace = null };
        return resolved;
    }
}
