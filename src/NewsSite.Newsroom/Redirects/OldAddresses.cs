using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Redirects;

/// <summary>Finds what an old address leads to.</summary>
public sealed class OldAddresses(NewsDb db)
{
    public async Task<Redirect?> FindAsync(string path, string query, CancellationToken cancel = default) =>
        OldAddress.Of(path, query) is { } known
            ? await db.Set<Redirect>().AsNoTracking().SingleOrDefaultAsync(redirect => redirect.FromPath == known, cancel)
            : null;
}
