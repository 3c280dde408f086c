using System.Data.Common;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Site;
using NewsSite.Search.Index;
using NewsSite.Search.Text;

namespace NewsSite.Search.Following;

/// <summary>
/// Brings the index to where the database is: by reading all documents at first, and then by the change log. The place in the log
/// moves only when its changes are in the index: after a failure they are read again, so none is ever skipped.
/// </summary>
public sealed class IndexKeeper : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SearchIndex _index;
    private readonly Lexicon _lexicon;
    private readonly SourceReading _sources;
    private readonly IndexSnapshot _snapshot;
    private readonly PaperClock _clock;
    private readonly ILogger<IndexKeeper> _logger;

    private volatile IndexState _state = IndexState.Starting;

    /// <summary>Up to where in the log the index holds what it says; null: nothing of it.</summary>
    private LogPlace? _place;

    /// <summary>All documents have been read at least once.</summary>
    private bool _isFilled;

    /// <summary>The database was out of reach: another one, or an older state of it, may answer now.</summary>
    private bool _isInDoubt;
    private volatile bool _wantsNewIndex;
    private bool _isOpened;

    public IndexKeeper(SearchIndex index, Lexicon lexicon, SourceReading sources, IndexSnapshot snapshot, PaperClock clock, ILogger<IndexKeeper> logger) =>
        (_index, _lexicon, _sources, _snapshot, _clock, _logger) = (index, lexicon, sources, snapshot, clock, logger);

    public IndexState State => _state;

    /// <summary>Brings into the index what has been committed up to now.</summary>
    public async Task CatchUpAsync(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (!_isOpened)
                await OpenAsync(cancel);
            if (_isInDoubt)
                await DoubtAsync(cancel);
            if (!_isFilled)
                await FillAsync(cancel);
            while (await FollowAsync([_index], cancel))
            {
            }
            if (_wantsNewIndex)
                await RenewAsync(cancel);
            _state = new IndexState { IsReady = true, CurrentAt = _clock.Now };
        }
        catch (DbException)
        {
            _isInDoubt = true;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes the snapshot, if what it holds has changed; while all is being read anew, there is nothing to be kept.</summary>
    public void Save()
    {
        // First the place: what comes into the index after that is read from the log again.
        if (_place is { } place && _state is { IsReady: true, IsReadingAll: false } && !_wantsNewIndex)
            _snapshot.Save(place);
    }

    public void Dispose() => _turn.Dispose();

    private async Task OpenAsync(CancellationToken cancel)
    {
        await _sources.TellModulesAsync(cancel);
        _place = await _snapshot.LoadAsync(id => _sources.InDatabaseAsync((db, stop) => LogPlace.AtAsync(db, id, stop), cancel));
        (_isFilled, _isOpened) = (_place is not null, true);
    }

    /// <summary>The database answers again; is it the one that was followed?</summary>
    private async Task DoubtAsync(CancellationToken cancel)
    {
        if (_place is { } place && !await _sources.InDatabaseAsync(place.IsInAsync, cancel))
        {
            _logger.LogWarning("The change log does not go on where the search index is: it is another database, or an older state of it. All is read anew");
            (_state, _wantsNewIndex) = (IndexState.Starting, true);
            _place = await _sources.InDatabaseAsync(LogPlace.LastAsync, cancel);
        }
        _isInDoubt = false;
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        // Known before the first document is read: what is committed during the reading is read again rather than missed.
        _place ??= await _sources.InDatabaseAsync(LogPlace.LastAsync, cancel);
        await ReadAllAsync(_index, [_index], cancel);
        _isFilled = true;
    }

    /// <summary>Makes another index beside the one that is searched, which gives way when the new one holds everything.</summary>
    private async Task RenewAsync(CancellationToken cancel)
    {
        _logger.LogInformation("The search index is made anew");
        _wantsNewIndex = false;
        try
        {
            var renewed = new SearchIndex(_lexicon) { Ranking = _index.Ranking };
            await ReadAllAsync(renewed, [_index, renewed], cancel);
            while (await FollowAsync([_index, renewed], cancel))
            {
            }
            // Nobody else changes them: after that no merge works on what is thrown away.
            await _index.Merging;
            await renewed.Merging;
            _index.TakeOver(renewed);
        }
        catch
        {
            _wantsNewIndex = true;
            throw;
        }
    }

    /// <summary>Reads all documents into an index; what is committed meanwhile is found meanwhile.</summary>
    private async Task ReadAllAsync(SearchIndex filled, IReadOnlyList<SearchIndex> followers, CancellationToken cancel)
    {
        var since = _clock.Now;
        var counts = await _sources.CountAsync(cancel);
        var (read, all) = (0, Math.Max(1, counts.Sum(source => source.Count)));
        _state = _state with { Read = 0, ToRead = all };
        var applying = Task.CompletedTask;
        try
        {
            foreach (var (kind, _) in counts)
            {
                for (long? after = 0; after is { } id;)
                {
                    // The next documents are read while the last ones are analysed.
                    (var documents, after) = await _sources.NextAsync(kind, id, cancel);
                    await applying;
                    var place = _place!.Id;
                    applying = Task.Run(() => filled.Apply(documents, place), CancellationToken.None);
                    read += documents.Count;
                    _state = _state with { Read = Math.Min(read, all) };
                    if (await _sources.ChangesAsync(_place!, cancel) is not { } changes)
                        continue;
                    // In the order in which they were read, so that the newer wins.
                    await applying;
                    Take(changes, followers);
                }
            }
        }
        finally
        {
            await applying;
        }
        _logger.LogInformation("{Documents} documents were read into the search index in {Seconds:F1} s", read, (_clock.Now - since).TotalSeconds);
    }

    /// <returns>Whether there was anything.</returns>
    private async Task<bool> FollowAsync(IReadOnlyList<SearchIndex> followers, CancellationToken cancel)
    {
        if (await _sources.ChangesAsync(_place!, cancel) is not { } changes)
            return false;
        Take(changes, followers);
        return true;
    }

    private void Take(ReadChanges changes, IReadOnlyList<SearchIndex> followers)
    {
        foreach (var index in followers)
            index.Apply(changes.Changes, changes.Place.Id);
        _place = changes.Place;
        _wantsNewIndex |= changes.WantsNewIndex;
    }
}
