using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Paging;
using NewsSite.Search.Figures;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Search;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>All open jobs, the newest first; with a query string, those that fit it. Only the plain list is kept: every question is another page.</summary>
[KeptForEverybody("before", IsPlainOnly = true)]
public sealed class IndexModel(OpenPostings postings, FoundPageMaker maker, SearchCounter counter, GenerationMemory memory) : SearchPage
{
    private const int Size = 20;

    public ListPage<JobCard> Jobs { get; private set; } = new([], false);
    public int Open { get; private set; }
    public Paging Paging { get; private set; } = new();

    /// <summary>The page shows what a question found, not the plain list.</summary>
    public bool IsAsked => !Query.IsEmpty || Query.Sort != NewsSite.Search.Queries.Sort.Relevance;

    public override SearchList List => new(Addresses.Jobs(Language), ThingKinds.Job);

    public async Task OnGetAsync([FromQuery] string? before, [FromQuery] string? page, CancellationToken cancel)
    {
        ReadQuery();
        // To count them all are read: once for a generation.
        Open = await memory.GetAsync("open jobs", () => postings.CountAsync());
        Head.Current = "jobs";
        Head.Feeds = List.Path;
        if (IsAsked)
        {
            Found = await maker.MakeAsync(Query, List, PageNumber(page), Frame, cancel);
            SayWhatItIs();
            Count(counter, Found);
            return;
        }
        Found = await maker.FiltersAsync(List, Frame, cancel);
        var key = ListKey.Parse(before);
        Jobs = await postings.LatestAsync(Size, key, cancel);
        Paging = Paging.Of(List.Path, Jobs, key, card => card.Key);
        StartsAt(List.Path, key);
    }
}
