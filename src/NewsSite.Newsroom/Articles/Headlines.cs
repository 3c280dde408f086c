using NewsSite.Platform.Caching;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Articles;

/// <summary>The newest headlines of a language, shown on every page; remembered for one generation.</summary>
public sealed class Headlines(PublishedArticles articles, GenerationMemory memory)
{
    public const int Size = 20;

    public ValueTask<IReadOnlyList<ArticleCard>> NewestAsync(Language language) =>
        memory.GetAsync("headlines " + language.Code, async () => (await articles.LatestAsync(language, Size)).Items);
}
