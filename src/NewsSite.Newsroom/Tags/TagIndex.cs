using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Tags;

/// <summary>What readers may ask of the tags.</summary>
public sealed class TagIndex(NewsDb db)
{
    public Task<Tag?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Slug == slug, cancel);

    public Task<Tag?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Id == id, cancel);

    /// <summary>The slugs of a range of ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> SlugsAsync(IdRange range, CancellationToken cancel = default) =>
        await db.Set<Tag>().Where(tag => tag.Id >= range.From && tag.Id < range.To)
            .Select(tag => new { tag.Id, tag.Slug }).ToDictionaryAsync(tag => tag.Id, tag => tag.Slug, cancel);
}
