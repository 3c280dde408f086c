using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Redirects;

/// <summary>The thing that an old address leads to.</summary>
public readonly record struct MovedThing(string Kind, long Id);

/// <summary>Keeps old addresses working when a thing gets another. Part of the caller's write.</summary>
public sealed class MovedAddresses(NewsDb db, PaperClock clock)
{
    /// <summary>The thing had the first path and has the second now, in all languages or in one.</summary>
    public async Task MoveAsync(MovedThing thing, string oldPath, string newPath, CancellationToken cancel, Language? only = null)
    {
        await LiveAsync(newPath, cancel, only);
        await LeadAsync(oldPath, thing, cancel, only);
    }

    /// <summary>Whatever stood at that path leads to the thing now.</summary>
    public async Task LeadAsync(string path, MovedThing thing, CancellationToken cancel, Language? only = null)
    {
        var from = Paths(path, only);
        var known = await db.Set<Redirect>().Where(redirect => from.Contains(redirect.FromPath)).ToDictionaryAsync(redirect => redirect.FromPath, cancel);
        foreach (var address in from)
        {
            if (!known.TryGetValue(address, out var redirect))
                db.Add(redirect = new Redirect { FromPath = address, CreatedAt = clock.Now });
            (redirect.ToKind, redirect.ToId, redirect.ToPath) = (thing.Kind, thing.Id, "");
        }
    }

    /// <summary>Something lives at that path: what once led away from it is forgotten.</summary>
    public async Task LiveAsync(string path, CancellationToken cancel, Language? only = null)
    {
        var addresses = Paths(path, only);
        db.RemoveRange(await db.Set<Redirect>().Where(redirect => addresses.Contains(redirect.FromPath)).ToListAsync(cancel));
    }

    /// <summary>All that led to one thing leads to another.</summary>
    public async Task HandOverAsync(MovedThing from, long to, CancellationToken cancel)
    {
        foreach (var redirect in await db.Set<Redirect>().Where(redirect => redirect.ToKind == from.Kind && redirect.ToId == from.Id).ToListAsync(cancel))
            redirect.ToId = to;
    }

    /// <summary>The thing is gone: its path, and all that led to it, say so.</summary>
    public async Task EndAsync(MovedThing thing, string path, CancellationToken cancel, Language? only = null)
    {
        foreach (var redirect in await db.Set<Redirect>().Where(redirect => redirect.ToKind == thing.Kind && redirect.ToId == thing.Id).ToListAsync(cancel))
            redirect.ToKind = Redirect.Gone;
        await LeadAsync(path, thing with { Kind = Redirect.Gone }, cancel, only);
    }

    private static List<string> Paths(string path, Language? only) =>
        [.. Language.All.Where(language => only is null || language == only).Select(language => language.Prefix + path)];
}
