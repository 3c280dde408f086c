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
        var page = await Matching(words).Include(author => author.Portrait).PageBySlugAsync(author => author.Slug, after, size, cancel);
        var counts = await db.Set<Byline>().Select(byline => byline.AuthorId).CountsAsync([.. page.Items.Select(author => author.Id)], cancel);
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
