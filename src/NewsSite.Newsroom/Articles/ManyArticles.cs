using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Articles;

/// <summary>The same change for very many articles, a few hundred to a write, so that nobody else waits for long.</summary>
internal static class ManyArticles
{
    internal const int Batch = 500;

    /// <param name="db">Without a write of its own.</param>
    /// <param name="articles">The ids of those that are still to be changed; a change takes them out.</param>
    /// <param name="isWanted">Looked at in each write: whether it is still to be done.</param>
    /// <param name="change">Changes these.</param>
    /// <param name="cancel">Ends with the request; what is done by then is done.</param>
    /// <returns>Whether it was wanted to the end. A last few may have come meanwhile.</returns>
    public static async Task<bool> ChangeManyAsync(
        this NewsDb db, IQueryable<long> articles, Func<Task<bool>> isWanted, Func<IReadOnlyList<long>, Task> change, CancellationToken cancel)
    {
        while (true)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (!await isWanted())
                return false;
            var ids = await articles.OrderBy(id => id).Take(Batch).ToListAsync(cancel);
            await db.ChangeAsync(ids, change, cancel);
            await write.CommitAsync(cancel);
            if (ids.Count < Batch)
                return true;
        }
    }

    /// <summary>The last ones, as part of the caller's write.</summary>
    public static async Task ChangeLastAsync(this NewsDb db, IQueryable<long> articles, Func<IReadOnlyList<long>, Task> change, CancellationToken cancel) =>
        await db.ChangeAsync(await articles.ToListAsync(cancel), change, cancel);

    private static async Task ChangeAsync(this NewsDb db, List<long> ids, Func<IReadOnlyList<long>, Task> change, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return;
        await change(ids);
        db.NoteAll(ArticleDocuments.Noun, await db.Set<Article>().Where(article => ids.Contains(article.Id) && article.State == ArticleState.Published).Select(article => article.Id).ToListAsync(cancel));
    }
}
