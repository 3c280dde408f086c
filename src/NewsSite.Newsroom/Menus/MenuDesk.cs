using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Edits;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Menus;

/// <summary>What the chief editor chose to stand in the menus. Every method saves its own write.</summary>
public sealed class MenuDesk(NewsDb db, AuditTrail trail, GenerationMemory memory)
{
    /// <summary>The menus that were chosen; remembered for one generation.</summary>
    public ValueTask<IReadOnlyList<Menu>> ChosenAsync() =>
        memory.GetAsync("menus", async () => (IReadOnlyList<Menu>)await db.Set<Menu>().AsNoTracking().ToListAsync());

    public Task<Menu?> FindAsync(Language language, MenuPlace place, CancellationToken cancel = default) =>
        db.Set<Menu>().AsNoTracking().SingleOrDefaultAsync(menu => menu.Language == language.Code && menu.Place == place, cancel);

    /// <param name="version">That of the menu when the form was opened; 0 where it made itself.</param>
    public async Task<EditOutcome> SaveAsync(Language language, MenuPlace place, int version, IReadOnlyList<MenuItem> items, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var menu = await db.Set<Menu>().SingleOrDefaultAsync(menu => menu.Language == language.Code && menu.Place == place, cancel);
        if ((menu?.Version ?? 0) != version)
            return EditOutcome.Stale;
        if (menu is null)
            db.Add(menu = new Menu { Language = language.Code, Place = place, Items = items });
        menu.Items = items;
        menu.Version++;
        await db.SaveChangesAsync(cancel);
        Note("change", menu);
        return await db.FinishAsync(write, cancel) is EditOutcome.Saved ? EditOutcome.Saved : EditOutcome.Stale;
    }

    /// <summary>Lets the menu make itself again.</summary>
    public async Task<EditOutcome> ResetAsync(Language language, MenuPlace place, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Menu>().SingleOrDefaultAsync(menu => menu.Language == language.Code && menu.Place == place, cancel) is not { } menu)
            return EditOutcome.Saved;
        if (menu.Version != version)
            return EditOutcome.Stale;
        db.Remove(menu);
        Note("reset", menu);
        return await db.FinishAsync(write, cancel);
    }

    private void Note(string verb, Menu menu)
    {
        db.Note(menu);
        trail.Note(new AuditNote { Verb = verb, Kind = menu.Kind, Id = menu.Id, Thing = $"{menu.Place} {menu.Language}" });
    }
}
