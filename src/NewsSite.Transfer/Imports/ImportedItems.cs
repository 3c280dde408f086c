using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Transfer.Imports;

/// <summary>What earlier runs brought from one source.</summary>
/// <param name="source">See <see cref="ImportedItem.Source"/>.</param>
internal sealed class ImportedItems(NewsDb db, string source)
{
    /// <summary>By their ids there; those that are not known are not in it.</summary>
    public Task<Dictionary<string, ImportedItem>> FindAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        db.Set<ImportedItem>().Where(item => item.Source == source && item.Kind == kind && ids.Contains(item.SourceId))
            .ToDictionaryAsync(item => item.SourceId, cancel);

    /// <param name="id">The id there.</param>
    public void Remember(string kind, string id, ImportTarget target, string fingerprint) => db.Add(new ImportedItem
    {
        Source = source,
        Kind = kind,
        SourceId = id,
        TargetKind = target.Kind,
        TargetId = target.Id,
        TargetVersion = target.Version,
        Fingerprint = fingerprint,
    });
}

/// <summary>The thing here, as the import left it.</summary>
internal sealed record ImportTarget(string Kind, long Id, int Version);
