using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Tags;

/// <summary>A tag as the newsroom's list shows it.</summary>
/// <param name="Articles">How many carry it, published or not.</param>
public sealed record TagLine(Tag Tag, int Articles);

/// <summary>What the newsroom may ask of the tags.</summary>
public sealed class TagSearch(NewsDb db)
{
    /// <summary>Tags with these words in a name or an address, in the order of their addresses.</summary>
    /// <param name="after">The address that the page before ended with.</param>
    public async Task<ListPage<TagLine>> PageAsync(string words, int size, string? after = null, CancellationToken cancel = default)
    {
        var page = await Matching(words).PageBySlugAsync(tag => tag.Slug, after, size, cancel);
        var counts = await db.Set<ArticleTag>().Select(carried => carried.TagId).CountsAsync([.. page.Items.Select(tag => tag.Id)], cancel);
        return new ListPage<TagLine>([.. page.Items.Select(tag => new TagLine(tag, counts.GetValueOrDefault(tag.Id)))], page.HasMore);
    }

    /// <summary>A few tags for what is being typed: those that begin with it first.</summary>
    public async Task<IReadOnlyList<Tag>> SuggestAsync(string words, int size, CancellationToken cancel = default)
    {
        var start = Slug.From(words);
        return await Matching(words).OrderByDescending(tag => tag.Slug.StartsWith(start)).ThenBy(tag => tag.Slug).Take(size).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<Tag>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        await db.Set<Tag>().AsNoTracking().Where(tag => ids.Contains(tag.Id)).OrderBy(tag => tag.Slug).ToListAsync(cancel);

    private IQueryable<Tag> Matching(string words) =>
        db.Set<Tag>().AsNoTracking().Holding((words, tag => tag.Words), (Slug.Sought(words), tag => tag.Slug));
}
