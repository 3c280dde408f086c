using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Bylines;

/// <summary>What readers may ask of the authors.</summary>
public sealed class Authors(NewsDb db, GenerationMemory memory)
{
    public ValueTask<AuthorDirectory> DirectoryAsync() => AuthorDirectory.LoadAsync(db, memory);

    public Task<Author?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Author>().AsNoTracking().Include(author => author.Portrait).SingleOrDefaultAsync(author => author.Slug == slug, cancel);

    public Task<Author?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Author>().AsNoTracking().SingleOrDefaultAsync(author => author.Id == id, cancel);

    public Task<Author?> WithPortraitAsync(long id, CancellationToken cancel = default) =>
        db.Set<Author>().AsNoTracking().Include(author => author.Portrait).SingleOrDefaultAsync(author => author.Id == id, cancel);

    /// <summary>The slugs of a range of ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> SlugsAsync(IdRange range, CancellationToken cancel = default) =>
        await db.Set<Author>().Where(author => author.Id >= range.From && author.Id < range.To)
            .Select(author => new { author.Id, author.Slug }).ToDictionaryAsync(author => author.Id, author => author.Slug, cancel);
}
