using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace NewsSite.Platform.Paging;

/// <summary>Lists in the order of addresses, such as those of tags and of authors.</summary>
public static class SlugPages
{
    /// <param name="things">Which are asked for.</param>
    /// <param name="slug">The last part of their address.</param>
    /// <param name="after">The address that the page before ended with; empty: from the start.</param>
    /// <param name="size">How many a page holds.</param>
    /// <param name="cancel">Ends with the request.</param>
    public static async Task<ListPage<T>> PageBySlugAsync<T>(
        this IQueryable<T> things, Expression<Func<T, string>> slug, string? after, int size, CancellationToken cancel)
    {
        if (after is { Length: > 0 })
        {
#pragma warning disable CA1309 // Translated to SQL, which compares as it sorts.
            Expression<Func<string, bool>> later = other => string.Compare(other, after) > 0;
#pragma warning restore CA1309
            things = things.Where(Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(later.Parameters[0], slug.Body, later.Body), slug.Parameters));
        }
        return ListPage<T>.Of(await things.OrderBy(slug).Take(size + 1).ToListAsync(cancel), size);
    }

    /// <summary>How often each of these ids stands among many.</summary>
    public static Task<Dictionary<long, int>> CountsAsync(this IQueryable<long> many, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        many.Where(id => ids.Contains(id)).GroupBy(id => id).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
}
