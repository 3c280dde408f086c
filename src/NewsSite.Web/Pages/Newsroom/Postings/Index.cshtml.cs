using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Paging;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Postings;

/// <summary>The desk's queue: what employers have handed in, the longest waiting first.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(PostingReviews reviews) : NewsroomPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public ListPage<QueuedPosting> Queue { get; private set; } = new([], false);

    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Queue = await reviews.QueueAsync(PageSize, ListKey.Parse(After), cancel);
        Waiting = await reviews.CountAsync(cancel);
    }
}
