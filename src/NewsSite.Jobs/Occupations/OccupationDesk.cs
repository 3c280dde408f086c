using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Occupations;

/// <summary>What came of a change to the table of occupations.</summary>
public enum OccupationOutcome
{
    Saved,
    Missing,

    /// <summary>Somebody else changed it since the form was opened; nothing was written.</summary>
    Stale,

    /// <summary>Not two names: there is nothing to find it by beside itself.</summary>
    TooFewNames,
}

/// <summary>What the jobs desk does with occupations. Every method saves its own write.</summary>
public sealed class OccupationDesk(NewsDb db, AuditTrail trail)
{
    public Task<Occupation?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Occupation>().AsNoTracking().SingleOrDefaultAsync(occupation => occupation.Id == id && !occupation.IsRemoved, cancel);

    /// <returns>The new occupation's id where it was saved.</returns>
    public async Task<(OccupationOutcome Outcome, long Id)> AddAsync(LocalizedText names, CancellationToken cancel = default)
    {
        if (!HasTwo(names))
            return (OccupationOutcome.TooFewNames, 0);
        await using var write = await db.BeginWriteAsync(cancel);
        var occupation = new Occupation { Concept = "", Names = names, IsEdited = true };
        db.Add(occupation);
        await db.SaveChangesAsync(cancel);
        Note("create", occupation);
        await write.CommitAsync(cancel);
        return (OccupationOutcome.Saved, occupation.Id);
    }

    /// <param name="version">That of the occupation when the form was opened.</param>
    public async Task<OccupationOutcome> SaveAsync(long id, int version, LocalizedText names, CancellationToken cancel = default)
    {
        if (!HasTwo(names))
            return OccupationOutcome.TooFewNames;
        return await ChangeAsync(id, version, occupation =>
        {
            (occupation.Names, occupation.IsEdited) = (names, true);
            Note("change", occupation);
        }, cancel);
    }

    /// <inheritdoc cref="SaveAsync"/>
    public Task<OccupationOutcome> RemoveAsync(long id, int version, CancellationToken cancel = default) => ChangeAsync(id, version, occupation =>
    {
        if (occupation.Concept.Length == 0)
            db.Remove(occupation);
        occupation.IsRemoved = true;
        Note("delete", occupation);
    }, cancel);

    private async Task<OccupationOutcome> ChangeAsync(long id, int version, Action<Occupation> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Occupation>().SingleOrDefaultAsync(occupation => occupation.Id == id && !occupation.IsRemoved, cancel) is not { } occupation)
            return OccupationOutcome.Missing;
        if (occupation.Version != version)
            return OccupationOutcome.Stale;
        occupation.Version++;
        change(occupation);
        try
        {
            await write.CommitAsync(cancel);
            return OccupationOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return OccupationOutcome.Stale;
        }
    }

    private static bool HasTwo(LocalizedText names) =>
        names.All.SelectMany(lines => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();

    private void Note(string verb, Occupation occupation)
    {
        db.Note(occupation);
        trail.Note(new AuditNote { Verb = verb, Kind = occupation.Kind, Id = occupation.Id, Thing = occupation.Title });
    }
}
