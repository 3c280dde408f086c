using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Publishing;

/// <summary>What an editor looks at before it is published.</summary>
public sealed record PublishingView
{
    public required Article Article { get; init; }

    /// <summary>What would be published; null: there is nothing newer than what was written last.</summary>
    public required WorkingCopy? Copy { get; init; }

    /// <summary>Why it cannot be published; null: it can.</summary>
    public required PublishingProblem? Problem { get; init; }
    public required IReadOnlyList<PublicationRemark> Remarks { get; init; }

    public string Title => (Copy?.Title ?? Article.Title).Trim();
}

/// <summary>Looks at one article and at what would be published of it. Changes nothing.</summary>
public sealed class PublishingLook(NewsDb db, WritingDesk writing, PublicationCheck check)
{
    public async Task<PublishingView?> AtAsync(long articleId, CancellationToken cancel = default)
    {
        var article = await db.Set<Article>().AsNoTracking().Include(article => article.Section).SingleOrDefaultAsync(article => article.Id == articleId, cancel);
        if (article is null)
            return null;
        var copy = await db.Set<WorkingCopy>().AsNoTracking().SingleOrDefaultAsync(copy => copy.ArticleId == articleId, cancel);
        var text = (copy ?? await writing.OpenAsync(articleId, cancel))?.Content.Text;
        return new PublishingView
        {
            Article = article,
            Copy = copy,
            Problem = await check.ProblemAsync(article, copy, cancel),
            Remarks = text is null ? [] : await check.RemarksAsync(text, Language.OrDefault(article.Language), cancel),
        };
    }
}
