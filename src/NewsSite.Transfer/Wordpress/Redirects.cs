using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;

namespace NewsSite.Transfer.Wordpress;

/// <summary>Where an old address leads now: to a thing, or, for a file, to a path.</summary>
internal sealed record RedirectTarget(string Kind, long Id, string Path = "");

/// <summary>Gathers the old addresses of a batch and writes those that are not there yet.</summary>
internal sealed class Redirects(NewsDb db, PaperClock clock)
{
    private readonly Dictionary<string, RedirectTarget> _pending = [];

    public void Add(Uri? old, RedirectTarget target)
    {
        // Where a question counts that is not known here, its path alone would be another page.
        if (old is not null && OldAddress.Of(old.AbsolutePath, old.Query) is { } from && (old.Query.Length == 0 || from.Contains('?', StringComparison.Ordinal)))
            _pending.TryAdd(from, target);
    }

    /// <summary>Lets go of those of a batch that was not written.</summary>
    public void Forget() => _pending.Clear();

    /// <summary>Adds them to the write that is open. An address that leads elsewhere already stays as it is, and is reported.</summary>
    public async Task WriteAsync(ImportReport report, CancellationToken cancel)
    {
        foreach (var part in _pending.Chunk(1000))
        {
            var paths = part.Select(entry => entry.Key).ToList();
            var known = await db.Set<Redirect>().AsNoTracking().Where(redirect => paths.Contains(redirect.FromPath))
                .ToDictionaryAsync(redirect => redirect.FromPath, cancel);
            foreach (var (from, target) in part)
            {
                if (!known.TryGetValue(from, out var there))
                    Write(from, target, report);
                else if (there.ToKind != target.Kind || there.ToId != target.Id)
                    report.Note("Old addresses that already lead elsewhere here (left so)", from);
            }
        }
        _pending.Clear();
    }

    private void Write(string from, RedirectTarget target, ImportReport report)
    {
        db.Add(new Redirect { FromPath = from, ToKind = target.Kind, ToId = target.Id, ToPath = target.Path, CreatedAt = clock.Now });
        report.Count("old addresses", new ImportTally { New = 1 });
    }
}
