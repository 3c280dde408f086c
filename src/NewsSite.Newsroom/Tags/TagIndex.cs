using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Tags;

/// <summary>What readers may ask of the tags.</summary>
public sealed class TagIndex(NewsDb db)
{
    public Task<Tag?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Slug == slug, cancel);

    public Task<Tag?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Id == id, cancel);
}
