using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Search;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Jobs;

[KeptForEverybody("before", "q")]
public sealed class IndexModel(OpenPostings postings, GenerationMemory memory) : ReaderPage
{
    private const int Size = 20;

    public string Question { get; private set; } = "";
    public ListPage<JobCard> Jobs { get; private set; } = null!;
    public int Open { get; private set; }
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? q, [FromQuery] string? before, CancellationToken cancel)
    {
        Question = SearchModel.Clean(q);
        var key = ListKey.Parse(before);
        var address = Addresses.Jobs(Language);
        Jobs = Question.Length == 0
            ? await postings.LatestAsync(Size, key, cancel)
            : await postings.WithTitleAsync(Question, Size, key, cancel);
        // To count them all are read: once for a generation.
        Open = await memory.GetAsync("open jobs", () => postings.CountAsync());
        Paging = Paging.Of(Question.Length == 0 ? address : $"{address}?q={Uri.EscapeDataString(Question)}", Jobs, key, card => card.Key);
        Head.Current = "jobs";
        Head.Feeds = address;
        StartsAt(address, key);
        Head.NoIndex = Question.Length > 0;
    }
}
