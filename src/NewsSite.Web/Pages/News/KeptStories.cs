using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Caching;

namespace NewsSite.Web.Pages.News;

/// <summary>What stands at the address of an article, and what its page shows if it is one that readers of the language find there.</summary>
public sealed record FoundStory(FoundArticle Found, Story? Story);

/// <summary>
/// What the pages of articles show, read and put together once for a generation; each request writes its page from it.
/// The page cache keeps whole answers, this what is read a moment later in another encoding, language or place of the jobs.
/// </summary>
public sealed class KeptStories(Generation generation)
{
    /// <summary>With their texts; a crawler that comes by all articles reads the rest from the tables.</summary>
    private const int Most = 512;

    private readonly GenerationMemory _stories = new(generation, Most);

    /// <param name="id">Of the article.</param>
    /// <param name="frame">Of the page.</param>
    /// <param name="services">Of the request; used only where it is not kept yet.</param>
    public ValueTask<FoundStory> FindAsync(long id, Frame frame, IServiceProvider services) =>
        // Several requests wait for the first: it is not given up when its reader goes away.
        _stories.GetAsync($"{id} {frame.Language.Code}", () => ReadAsync(id, frame, services), frame.Generation);

    private static async Task<FoundStory> ReadAsync(long id, Frame frame, IServiceProvider services)
    {
        var found = await services.GetRequiredService<ArticleReader>().FindAsync(id, CancellationToken.None);
        return new FoundStory(found, found.Article is { } article && article.Card.Language == frame.Language.Code
            ? await services.GetRequiredService<StoryMaker>().MakeAsync(article, frame, jobsPage: 1, CancellationToken.None)
            : null);
    }
}
