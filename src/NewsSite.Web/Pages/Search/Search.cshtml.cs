using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Search;

/// <summary>A simple search in titles, until the search index is there. Not kept: every question is another page.</summary>
public sealed class SearchModel(PublishedArticles articles, OpenPostings postings, TopJobs topJobs) : ReaderPage
{
    private const int Size = 15;
    private const int MaxQuestion = 200;

    public string Question { get; private set; } = "";
    public ListPage<ArticleCard> Articles { get; private set; } = new([], false);
    public ListPage<JobCard> Jobs { get; private set; } = new([], false);
    public Paging Paging { get; private set; } = new();
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? q, [FromQuery] string? before, CancellationToken cancel)
    {
        Question = Clean(q);
        TopJobs = new TopJobsBlock(await topJobs.PageAsync([], 1), Frame, "");
        Head.NoIndex = true;
        if (Question.Length == 0)
            return;
        var key = ListKey.Parse(before);
        Articles = await articles.WithTitleAsync(Question, Language, Size, key, cancel);
        Jobs = key is null ? await postings.WithTitleAsync(Question, 5, cancel: cancel) : Jobs;
        Paging = Paging.Of($"{Addresses.Search(Language)}?q={Uri.EscapeDataString(Question)}", Articles, key, card => card.Key);
    }

    /// <summary>What databases and pages can hold: no control characters, no half surrogates, single spaces, bounded.</summary>
    internal static string Clean(string? question)
    {
        var sound = new string([.. (question ?? "").Take(MaxQuestion).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character)]);
        return string.Join(' ', sound.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
