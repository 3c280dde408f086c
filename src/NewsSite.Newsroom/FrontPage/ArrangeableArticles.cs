using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>As much of an article as the board shows.</summary>
public sealed record ArrangeableArticle(long Id, string Title, long SectionId, bool IsPublished, DateTimeOffset? PublishedAt, DateTimeOffset? ScheduledFor);

/// <summary>What may be put on a front page: what readers see, and what is planned, which shows there from its publication on.</summary>
public sealed class ArrangeableArticles(NewsDb db)
{
    public async Task<IReadOnlyList<ArrangeableArticle>> OfAsync(Language language, IEnumerable<long> ids, CancellationToken cancel = default)
    {
        var wanted = ids.ToList();
        return wanted.Count == 0 ? [] : await Shape(In(language).Where(article => wanted.Contains(article.Id)
            && (article.State == ArticleState.Published || article.State == ArticleState.Scheduled))).ToListAsync(cancel);
    }

    /// <summary>Those that are planned, the next first.</summary>
    public async Task<IReadOnlyList<ArrangeableArticle>> ComingAsync(Language language, int size, CancellationToken cancel = default) =>
        await Shape(In(language).Where(article => article.State == ArticleState.Scheduled && article.ScheduledFor != null).OrderBy(article => article.ScheduledFor).Take(size)).ToListAsync(cancel);

    private IQueryable<Article> In(Language language) => db.Set<Article>().AsNoTracking().Where(article => article.Language == language.Code);

    private static IQueryable<ArrangeableArticle> Shape(IQueryable<Article> articles) => articles.Select(article =>
        new ArrangeableArticle(article.Id, article.Title, article.SectionId, article.State == ArticleState.Published, article.PublishedAt, article.ScheduledFor));
}
