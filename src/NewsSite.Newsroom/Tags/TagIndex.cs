using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Tags;

/// <summary>What readers may ask of the tags.</summary>
public sealed class TagIndex(NewsDb db)
{
    public Task<Tag?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Slug == slug, cancel);

    public Task<Tag?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Id == id, cancel);

    public async Task<IReadOnlyList<Tag>> AllAsync(CancellationToken cancel = default) => await db.Set<Tag>().AsNoTracking().ToListAsync(cancel);

    /// <summary>What the tags with these slugs are called.</summary>
    public async Task<IReadOnlyDictionary<string, LocalizedText>> NamesAsync(IReadOnlyList<string> slugs, CancellationToken cancel = default) =>
        slugs.Count == 0 ? new Dictionary<string, LocalizedText>() : await db.Set<Tag>().Where(tag => slugs.Contains(tag.Slug))
            .Select(tag => new { tag.Slug, tag.Name }).ToDictionaryAsync(tag => tag.Slug, tag => tag.Name, cancel);

    /// <summary>The slugs of a range of ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> SlugsAsync(IdRange range, CancellationToken cancel = default) =>
        await db.Set<Tag>().Where(tag => tag.Id >= range.From && tag.Id < range.To)
            .Select(tag => new { tag.Id, tag.Slug }).ToDictionaryAsync(tag => tag.Id, tag => tag.Slug, cancel);
}
