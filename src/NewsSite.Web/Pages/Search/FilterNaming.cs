using NewsSite.Jobs.Places;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Search.Index;
using NewsSite.Search.Queries;

namespace NewsSite.Web.Pages.Search;

/// <summary>Fetches the names that a page's filters need.</summary>
public sealed class FilterNaming(TagIndex tags, FollowedTable<Gazetteer> gazetteers, NewsDb db)
{
    public async Task<FilterNames> ForAsync(SearchHits hits, SearchQuery query, Frame frame, CancellationToken cancel)
    {
        var names = await tags.NamesAsync(FilterGroups.ValuesOf("tag", hits, query), cancel);
        return new FilterNames(frame, await gazetteers.LatestAsync(db, cancel), names.ToDictionary(name => name.Key, name => name.Value.In(frame.Language)), frame.Authors.NamesBySlug);
    }
}
