using NewsSite.Platform.Caching;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>One page of the Top jobs block; pages count from 1.</summary>
public sealed record TopJobsPage(IReadOnlyList<JobCard> Jobs, int Page, int Pages);

/// <summary>
/// "Top jobs in Brussels and beyond": first the Top jobs that fit the section, then the other Top jobs, then the newest. In
/// each group the order turns by one with every 10-minute slot, so that over a day each leads equally often, give or take one.
/// </summary>
public sealed class TopJobs(OpenPostings postings, GenerationMemory memory, PaperClock clock)
{
    public const int PageSize = 5;

    /// <summary>How many of the newest jobs follow the Top jobs; the whole list stands under /jobs.</summary>
    public const int Newest = 40;

    private const int MostTopJobs = 500;

    /// <param name="categories">Slugs of the job categories that fit; empty on the front page: then all Top jobs are one group.</param>
    /// <param name="page">Out of range: the nearest page that there is.</param>
    public async ValueTask<TopJobsPage> PageAsync(IReadOnlyList<string> categories, int page)
    {
        var groups = await memory.GetAsync("top jobs", LoadAsync);
        var order = Arrange(groups, categories, clock.Slot);
        var pages = Math.Max(1, (order.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new TopJobsPage([.. order.Skip((page - 1) * PageSize).Take(PageSize)], page, pages);
    }

    internal static IReadOnlyList<JobCard> Arrange(TopJobsGroups groups, IReadOnlyList<string> categories, long slot)
    {
        var fitting = groups.Top.Where(job => categories.Contains(job.Category)).ToList();
        var others = groups.Top.Where(job => !categories.Contains(job.Category)).ToList();
        return [.. Turned(fitting, slot), .. Turned(others, slot), .. Turned(groups.Newest, slot)];
    }

    private static IEnumerable<JobCard> Turned(IReadOnlyList<JobCard> group, long slot)
    {
        var first = group.Count == 0 ? 0 : (int)(slot % group.Count);
        return group.Skip(first).Concat(group.Take(first));
    }

    private async Task<TopJobsGroups> LoadAsync()
    {
        var top = await postings.TopAsync(MostTopJobs);
        var newest = await postings.LatestAsync(Newest + top.Count);
        var ids = top.Select(job => job.Id).ToHashSet();
        return new TopJobsGroups(top, [.. newest.Items.Where(job => !ids.Contains(job.Id)).Take(Newest)]);
    }
}

/// <summary>The jobs of the block before they are put in order.</summary>
internal sealed record TopJobsGroups(IReadOnlyList<JobCard> Top, IReadOnlyList<JobCard> Newest);
