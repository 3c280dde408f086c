using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;
using NewsSite.Search.Index;

namespace NewsSite.Search.Following;

/// <summary>
/// The file from which the next start takes the index. Its name says up to which row of the change log it goes, and it holds what
/// that row says: a snapshot of another database, or of one that was set back since, does not fit and is left aside.
/// </summary>
public sealed class IndexSnapshot
{
    /// <summary>Raised when the modules make other documents of the same rows: snapshots with the old ones are made anew.</summary>
    private const string Documents = "1";

    private readonly Lock _writing = new();
    private readonly string _folder;
    private readonly SearchIndex _index;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexSnapshot> _logger;
    private LogPlace? _saved;

    public IndexSnapshot(SearchIndex index, IHostEnvironment environment, IOptions<SiteSettings> settings, TimeProvider time, ILogger<IndexSnapshot> logger)
    {
        (_index, _time, _logger) = (index, time, logger);
        _folder = Path.Combine(Folders.Data(environment, settings), "search");
    }

    /// <summary>Fills the index from the newest file that fits.</summary>
    /// <param name="placeAt">The row of the change log with that id, as the database has it now; null: it has none.</param>
    /// <returns>From where the change log is to be followed; null: the index is empty.</returns>
    internal async Task<LogPlace?> LoadAsync(Func<long, Task<LogPlace?>> placeAt)
    {
        foreach (var (path, id) in Files())
        {
            var (outcome, started) = (SnapshotOutcome.OtherDatabase, _time.GetTimestamp());
            if (await placeAt(id) is { } place && (outcome = Load(path, place)) == SnapshotOutcome.Loaded)
            {
                _logger.LogInformation("The search index starts from {Path}: {Documents} documents in {Seconds:F2} s", path, _index.Count, _time.GetElapsedTime(started).TotalSeconds);
                return _saved = place;
            }
            _logger.LogWarning("The snapshot of the search index {Path} is not used ({Outcome})", path, outcome);
        }
        return null;
    }

    /// <summary>Writes it if the index has changed since it was written. A disk that is full or closed is reported: it costs the next start some seconds.</summary>
    internal void Save(LogPlace place)
    {
        // A host that is stopped twice, by a signal and by its owner, asks twice at once.
        lock (_writing)
            Write(place);
    }

    private void Write(LogPlace place)
    {
        if (place == _saved || place == LogPlace.Start)
            return;
        try
        {
            Directory.CreateDirectory(_folder);
            var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{place.Id}.index"));
            _index.Save(path, Identity(place));
            _saved = place;
            foreach (var (older, _) in Files().Where(file => file.Path != path).ToList())
                File.Delete(older);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _logger.LogWarning(failure, "The snapshot of the search index cannot be written to {Folder}; the next start reads all documents", _folder);
        }
    }

    private SnapshotOutcome Load(string path, LogPlace place)
    {
        try
        {
            return _index.Load(path, Identity(place));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _logger.LogWarning(failure, "The snapshot of the search index {Path} cannot be read", path);
            return SnapshotOutcome.Broken;
        }
    }

    private static string Identity(LogPlace place) => $"{place.Name}, documents {Documents}";

    /// <summary>The newest first.</summary>
    private IEnumerable<(string Path, long Id)> Files() => !Directory.Exists(_folder) ? [] : Directory.EnumerateFiles(_folder, "*.index")
        .Select(path => (Path: path, IsNumber: long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id), Id: id))
        .Where(file => file.IsNumber).OrderByDescending(file => file.Id).Select(file => (file.Path, file.Id));
}
