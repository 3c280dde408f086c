using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Places;

/// <summary>What an import of places did.</summary>
/// <param name="Moved">Open jobs that lie elsewhere by it, or anywhere for the first time.</param>
public sealed record PlaceImportResult(int Added, int Updated, int Unchanged, int Moved);

/// <summary>
/// Brings the places of a country from a postal code file of GeoNames. The file is read as a stream and written in batches, each
/// its own transaction, so that a running site goes on; run again, it updates. Names that the table knows already are kept.
/// </summary>
public sealed class PlaceImport(IServiceScopeFactory scopes)
{
    private const int BatchSize = 400;

    /// <param name="file">As <see cref="GeoNamesFile"/> describes it; .gz is unpacked.</param>
    /// <param name="namesFile">A table with Dutch and French names of municipalities; null: none.</param>
    /// <param name="lines">Hears how many lines have been read.</param>
    /// <param name="cancel">Ends the import; what was written stays.</param>
    /// <exception cref="FormatException">A file is not as it should be; the message says which, where and what.</exception>
    public async Task<PlaceImportResult> RunAsync(string file, string? namesFile, IProgress<int>? lines = null, CancellationToken cancel = default)
    {
        var names = namesFile is null ? null : await MunicipalityNames.ReadAsync(namesFile, cancel);
        // Everything is read once before anything is written: a broken file changes nothing.
        await foreach (var _ in GeoNamesFile.ReadAsync(file, cancel))
        {
        }
        var before = await InScopeAsync(GazetteerReading.ReadAsync, cancel);
        var result = new PlaceImportResult(0, 0, 0, 0);
        var batch = new List<GeoNamesLine>(BatchSize);
        await foreach (var line in GeoNamesFile.ReadAsync(file, cancel))
        {
            batch.Add(line);
            if (batch.Count < BatchSize)
                continue;
            result = Sum(result, await InScopeAsync((db, stop) => WriteAsync(db, batch, names, stop), cancel));
            lines?.Report(line.Number);
            batch.Clear();
        }
        if (batch.Count > 0)
            result = Sum(result, await InScopeAsync((db, stop) => WriteAsync(db, batch, names, stop), cancel));
        return result with { Moved = await InScopeAsync((db, stop) => NoteMovedAsync(db, before, stop), cancel) };
    }

    private static async Task<PlaceImportResult> WriteAsync(NewsDb db, List<GeoNamesLine> batch, MunicipalityNames? names, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var codes = batch.Select(line => line.PostalCode).Distinct().ToList();
        var known = (await db.Set<PostalPlace>().Where(place => codes.Contains(place.PostalCode)).ToListAsync(cancel))
            .ToDictionary(place => (place.Country, place.PostalCode, place.Name));
        var added = 0;
        foreach (var line in batch)
        {
            var key = (line.Country, line.PostalCode, line.Name);
            if (!known.TryGetValue(key, out var place))
            {
                place = new PostalPlace { Country = line.Country, PostalCode = line.PostalCode, Name = line.Name, Latitude = line.Latitude, Longitude = line.Longitude };
                known.Add(key, place);
                db.Add(place);
                added++;
            }
            Update(place, line, names?.Of(line));
        }
        var updated = db.ChangeTracker.Entries<PostalPlace>().Count(entry => entry.State == EntityState.Modified);
        if (added + updated > 0)
            db.Note(PlaceTable.Whole);
        await write.CommitAsync(cancel);
        return new PlaceImportResult(added, updated, batch.Count - added - updated, 0);
    }

    private static void Update(PostalPlace place, GeoNamesLine line, Municipality? municipality)
    {
        (place.Latitude, place.Longitude) = (line.Latitude, line.Longitude);
        if (municipality is null)
            return;
        var names = municipality.Names(place.Names);
        if (!names.Equals(place.Names))
            place.Names = names;
        place.Municipality = municipality.Dutch;
        if (municipality.Inhabitants > 0)
            place.Inhabitants = municipality.Inhabitants;
    }

    /// <summary>Notes the jobs that lie elsewhere by the new table, so that the index reads them again.</summary>
    private static async Task<int> NoteMovedAsync(NewsDb db, Gazetteer before, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var after = await GazetteerReading.ReadAsync(db, cancel);
        var written = await db.Set<PostingPlace>().GroupBy(place => new { place.Town, place.PostalCode, place.Country }).Select(group => group.Key).ToListAsync(cancel);
        var moved = written.Where(place => !Same(before.Find(place.Town, place.PostalCode, place.Country), after.Find(place.Town, place.PostalCode, place.Country)))
            .Select(place => (place.Town, place.PostalCode, place.Country)).ToHashSet();
        if (moved.Count == 0)
            return 0;
        var postings = new HashSet<long>();
        await foreach (var place in db.Set<PostingPlace>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (moved.Contains((place.Town, place.PostalCode, place.Country)))
                postings.Add(place.PostingId);
        }
        var open = await db.Set<Posting>().Where(posting => posting.State == PostingState.Published).Select(posting => posting.Id).ToListAsync(cancel);
        var touched = open.Where(postings.Contains).ToList();
        db.NoteAll("posting", touched);
        await write.CommitAsync(cancel);
        return touched.Count;
    }

    private static bool Same(Place? before, Place? after) =>
        before is null ? after is null : after is not null && before.Key == after.Key && before.Point == after.Point && before.AllNames.SequenceEqual(after.AllNames);

    private static PlaceImportResult Sum(PlaceImportResult left, PlaceImportResult right) =>
        new(left.Added + right.Added, left.Updated + right.Updated, left.Unchanged + right.Unchanged, 0);

    private async Task<T> InScopeAsync<T>(Func<NewsDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NewsDb>(), cancel);
    }
}
