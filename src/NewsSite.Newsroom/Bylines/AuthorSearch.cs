using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Bylines;

/// <summary>An author as the newsroom's list shows them.</summary>
/// <param name="Articles">How many they signed, published or not.</param>
public sealed record AuthorLine(Author Author, int Articles);

/// <summary>What the newsroom may ask of the authors.</summary>
public sealed class AuthorSearch(NewsDb db)
{
    /// <summary>Authors with these words in name or address, in the order of their addresses.</summary>
    /// <param name="after">The address that the page before ended with.</param>
    public async Task<ListPage<AuthorLine>> PageAsync(string words, int size, string? after = null, CancellationToken cancel = default)
    {
        var authors = Matching(words);
        if (after is { Length: > 0 })
#pragma warning disable CA1309 // Translated to SQL, which compares as it sorts.
            authors = authors.Where(author => string.Compare(author.Slug, after) > 0);
#pragma warning restore CA1309
        var page = ListPage<Author>.Of(await authors.Include(author => author.Portrait).OrderBy(author => author.Slug).Take(size + 1).ToListAsync(cancel), size);
        var ids = page.Items.Select(author => author.Id).ToList();
        var counts = await db.Set<Byline>().Where(byline => ids.Contains(byline.AuthorId))
            .GroupBy(byline => byline.AuthorId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return new ListPage<AuthorLine>([.. page.Items.Select(author => new AuthorLine(author, counts.GetValueOrDefault(author.Id)))], page.HasMore);
    }

    /// <summary>A few authors for what is being typed.</summary>
    public async Task<IReadOnlyList<Author>> SuggestAsync(string words, int size, CancellationToken cancel = default) =>
        await Matching(words).OrderBy(author => author.Slug).Take(size).ToListAsync(cancel);

    public async Task<IReadOnlyList<Author>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        await db.Set<Author>().AsNoTracking().Where(author => ids.Contains(author.Id)).OrderBy(author => author.Slug).ToListAsync(cancel);

    private IQueryable<Author> Matching(string words) =>
        db.Set<Author>().AsNoTracking().Holding((words, author => author.Name), (Slug.Sought(words), author => author.Slug));
}
