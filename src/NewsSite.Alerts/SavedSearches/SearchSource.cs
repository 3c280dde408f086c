using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Database;
using NewsSite.Search.Matching;

namespace NewsSite.Alerts.SavedSearches;

/// <summary>The searches of confirmed subscriptions, for the matcher in memory.</summary>
internal static class SearchSource
{
    public static SavedSearchSource Create() => new()
    {
        Kind = "subscription",
        ReadAsync = async (provider, ids, cancel) => await ReadAsync(Active(provider).Where(one => ids.Contains(one.Id)), cancel),
        NextAsync = async (provider, after, size, cancel) => await ReadAsync(Active(provider).Where(one => one.Id > after).OrderBy(one => one.Id).Take(size), cancel),
    };

    private static IQueryable<Subscription> Active(IServiceProvider provider) =>
        provider.GetRequiredService<NewsDb>().Set<Subscription>().AsNoTracking().Where(one => one.About == SubscriptionKind.Search && one.State == SubscriptionState.Active);

    private static async Task<IReadOnlyList<SavedSearch>> ReadAsync(IQueryable<Subscription> subscriptions, CancellationToken cancel) =>
        [.. (await subscriptions.Select(one => new { one.Id, one.Query }).ToListAsync(cancel)).Select(one => new SavedSearch(one.Id, KeptSearch.Parse(one.Query)))];
}
