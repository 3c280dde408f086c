using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("jobs")]
public sealed class ArticleModel(KeptStories stories) : ReaderPage
{
    public Story Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string section, long id, string? slug, [FromQuery] string? jobs)
    {
        var (found, story) = await stories.FindAsync(id, Frame, HttpContext.RequestServices);
        if (found.Article is not { } article)
            return found.MovedTo.Length > 0 ? MovedForNow(found.MovedTo) : found.IsGone ? Gone() : NotFound();
        var filed = Frame.Sections[article.Card.SectionId];
        if (story is null || section != filed.Slug || slug != article.Card.Slug)
            return Moved(Addresses.Article(article.Card, filed));

        var page = PageNumber(jobs);
        Story = page == 1 ? story : story with { TopJobs = await HttpContext.RequestServices.GetRequiredService<StoryMaker>().TopJobsAsync(filed, Frame, page) };
        Story.Describe(Head, Addresses);
        return Page();
    }
}
