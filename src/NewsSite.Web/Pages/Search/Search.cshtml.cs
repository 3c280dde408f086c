using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Search.Figures;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Search;

/// <summary>One search over articles and jobs. Not kept: every question is another page.</summary>
public sealed class SearchModel(FoundPageMaker maker, SearchCounter counter, TopJobs topJobs) : SearchPage
{
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public override SearchList List => new(Addresses.Search(Language), null);

    public async Task OnGetAsync([FromQuery] string? page, CancellationToken cancel)
    {
        ReadQuery();
        SayWhatItIs();
        if (Query.IsEmpty)
        {
            TopJobs = new TopJobsBlock(await topJobs.PageAsync([], 1), Frame, "");
            return;
        }
        Found = await maker.MakeAsync(Query, List, PageNumber(page), Frame, cancel);
        Count(counter, Found);
    }
}
