using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Bylines;

/// <summary>What readers may ask of the authors.</summary>
public sealed class Authors(NewsDb db, GenerationMemory memory)
{
    public ValueTask<AuthorDirectory> DirectoryAsync() => AuthorDirectory.LoadAsync(db, memory);

    public Task<Author?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Author>().AsNoTracking().Include(author => author.Portrait).SingleOrDefaultAsync(author => author.Slug == slug, cancel);

    public Task<Author?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Author>().AsNoTracking().SingleOrDefaultAsync(author => author.Id == id, cancel);
}
