using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Occupations;

/// <summary>What an import of occupations did.</summary>
public sealed record OccupationImportResult
{
    public int Added { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Usual names of those that the desk has changed or removed: they were left as they are.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    internal OccupationImportResult With(OccupationImportResult more) => new()
    {
        Added = Added + more.Added,
        Updated = Updated + more.Updated,
        Unchanged = Unchanged + more.Unchanged,
        Kept = [.. Kept, .. more.Kept],
    };
}

/// <summary>
/// Brings occupations from files of ESCO, one for each language, joined by concept. Run again, it updates the languages that the
/// files have; what the desk has changed or removed stays as the desk wants it.
/// </summary>
public sealed class OccupationImport(IServiceScopeFactory scopes)
{
    private const int BatchSize = 250;

    /// <exception cref="FormatException">A file is not as it should be, and nothing was written; the message says which, where and what.</exception>
    public async Task<OccupationImportResult> RunAsync(IReadOnlyList<string> files, CancellationToken cancel = default)
    {
        var languages = files.Select(path => new EscoFile(path)).ToList();
        if (languages.GroupBy(file => file.Language).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new FormatException($"two files are in the language '{twice.Key}'");
        var read = new Dictionary<Language, IReadOnlyDictionary<string, string>>();
        foreach (var file in languages)
            read.Add(file.Language, await file.ReadAsync(cancel));
        var result = new OccupationImportResult();
        foreach (var batch in read.Values.SelectMany(names => names.Keys).Distinct().Order(StringComparer.Ordinal).Chunk(BatchSize))
            result = result.With(await WriteAsync(batch, read, cancel));
        return result;
    }

    private async Task<OccupationImportResult> WriteAsync(string[] concepts, Dictionary<Language, IReadOnlyDictionary<string, string>> read, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(cancel);
        var known = await db.Set<Occupation>().Where(occupation => concepts.Contains(occupation.Concept)).ToDictionaryAsync(occupation => occupation.Concept, cancel);
        var (added, updated, kept) = (0, 0, new List<string>());
        foreach (var concept in concepts)
        {
            var here = known.GetValueOrDefault(concept);
            var names = read.Aggregate(here?.Names ?? LocalizedText.Empty, (text, language) =>
                language.Value.TryGetValue(concept, out var lines) && lines.Length > 0 ? text.With(language.Key, lines) : text);
            if (here is null && !names.IsEmpty)
            {
                db.Add(new Occupation { Concept = concept, Names = names });
                added++;
            }
            else if (here is not null && !names.Equals(here.Names))
            {
                if (here.IsEdited || here.IsRemoved)
                {
                    kept.Add(here.Title);
                    continue;
                }
                here.Names = names;
                here.Version++;
                updated++;
            }
        }
        if (added + updated > 0)
            db.Note(OccupationTable.Whole);
        await write.CommitAsync(cancel);
        return new OccupationImportResult { Added = added, Updated = updated, Unchanged = concepts.Length - added - updated - kept.Count, Kept = kept };
    }
}
