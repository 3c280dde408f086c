using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Search.Following;
using NewsSite.Search.Index;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Search.Matching;

/// <summary>
/// Brings this node's saved searches to where the database is: by reading all of them at first, and then by the change log. The place in the log
/// moves only when its changes are in memory: after a failure they are read again, so none is ever skipped.
/// </summary>
public sealed class SavedSearchKeeper : IDisposable
{
    /// <summary>Lines taken from the log at once.</summary>
    private const int MostChanges = 500;

    /// <summary>Searches read at once.</summary>
    private const int BatchSize = 5_000;

    /// <summary>What is asked for only by searches that are gone stays in memory, so many things at most beside as many as at the last reading.</summary>
    private const int MostLeftovers = 100_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IServiceScopeFactory _scopes;
    private readonly SearchIndex _index;
    private readonly Lexicon _lexicon;
    private readonly PaperClock _clock;
    private readonly ILogger<SavedSearchKeeper> _logger;

    private volatile SavedSearches? _searches;

    /// <summary>Those that are being read anew; they follow the log too.</summary>
    private SavedSearches? _renewed;
    private int _conditionsWhenRead;

    /// <summary>Up to where in the log the searches are what it says; null: nothing of it.</summary>
    private LogPlace? _place;

    /// <summary>Where in the log names and places were looked at last.</summary>
    private LogPlace? _lookedAt;

    /// <summary>The database was out of reach: another one, or an older state of it, may answer now.</summary>
    private bool _isInDoubt;

    public SavedSearchKeeper(IServiceScopeFactory scopes, SearchIndex index, Lexicon lexicon, PaperClock clock, ILogger<SavedSearchKeeper> logger) =>
        (_scopes, _index, _lexicon, _clock, _logger) = (scopes, index, lexicon, clock, logger);

    /// <summary>As they were a moment ago; null: they have not been read yet.</summary>
    public SavedSearches? Searches => _searches;

    /// <summary>Reads what has been committed up to now, and returns it: whoever matches with that misses no search.</summary>
    public Task<SavedSearches> CatchUpAsync(CancellationToken cancel = default) => InTurnAsync(
        async provider =>
        {
            if (_searches is null)
            {
                var read = _renewed = NewSearches(await provider.GetRequiredService<FindVocabulary>()(cancel));
                // Known before the first search is read: what is committed during the reading is read again rather than missed.
                _place ??= await LogPlace.LastAsync(provider.GetRequiredService<NewsDb>(), cancel);
                for (long? after = 0; after is { } id;)
                    after = await ReadNextAsync(provider, read, id, cancel);
                TakeOver(read);
            }
            while (await FollowAsync(provider, cancel))
            {
            }
            return _searches!;
        },
        cancel);

    /// <summary>
    /// Reads all searches anew beside those that are matched with, if the paper knows other names or places now, or too much is in memory that is
    /// asked for no longer. Whoever catches up meanwhile waits for a batch at most.
    /// </summary>
    public async Task RenewAsync(CancellationToken cancel = default)
    {
        var renewed = await InTurnAsync(provider => OutdatedAsync(provider, cancel), cancel);
        for (long? after = 0; renewed is not null && after is { } id;)
            after = await InTurnAsync(provider => ReadNextAsync(provider, renewed, id, cancel), cancel);
        if (renewed is not null)
            await InTurnAsync(_ => Task.FromResult(TakeOver(renewed)), cancel);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<IServiceProvider, Task<T>> run, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            if (_isInDoubt && _place is { } place && !await place.IsInAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), cancel))
            {
                _logger.LogWarning("The change log does not go on where the saved searches are: it is another database, or an older state of it. All are read anew");
                (_place, _searches, _renewed) = (null, null, null);
            }
            _isInDoubt = false;
            return await run(scope.ServiceProvider);
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

    private SavedSearches NewSearches(Vocabulary vocabulary) => new(_lexicon, vocabulary, _clock, IndexFrequencies.Of(_index));

    /// <returns>Those to be filled; null: nothing has to be read anew.</returns>
    private async Task<SavedSearches?> OutdatedAsync(IServiceProvider provider, CancellationToken cancel)
    {
        if (_searches is not { } current || _place == _lookedAt)
            return null;
        var (place, vocabulary) = (_place, await provider.GetRequiredService<FindVocabulary>()(cancel));
        if (current.Vocabulary != vocabulary || current.Matcher.Current.Conditions.ConditionCount > (2 * _conditionsWhenRead) + MostLeftovers)
            return _renewed = NewSearches(vocabulary);
        _lookedAt = place;
        return null;
    }

    /// <returns>The last id that was read; null: there are no more.</returns>
    private async Task<long?> ReadNextAsync(IServiceProvider provider, SavedSearches read, long after, CancellationToken cancel)
    {
        // Meanwhile another database may have answered.
        if (provider.GetService<SavedSearchSource>() is not { } source || _renewed != read)
            return null;
        var batch = await source.NextAsync(provider, after, BatchSize, cancel);
        read.Apply([.. batch.Select(search => new SavedSearchChange(search.Id, search.Query))]);
        while (await FollowAsync(provider, cancel))
        {
        }
        return batch.Count > 0 ? batch[^1].Id : null;
    }

    private bool TakeOver(SavedSearches read)
    {
        if (_renewed != read)
            return false;
        (_searches, _renewed, _conditionsWhenRead) = (read, null, read.Matcher.Current.Conditions.ConditionCount);
        _logger.LogInformation("{Searches} saved searches have been read", read.Count);
        return true;
    }

    /// <returns>Whether the log had moved.</returns>
    private async Task<bool> FollowAsync(IServiceProvider provider, CancellationToken cancel)
    {
        var place = _place!.Id;
        var changes = await provider.GetRequiredService<NewsDb>().Set<Change>().AsNoTracking()
            .Where(change => change.Id > place).OrderBy(change => change.Id).Take(MostChanges).ToListAsync(cancel);
        if (changes.Count == 0)
            return false;
        if (provider.GetService<SavedSearchSource>() is { } source && changes.Where(change => change.Kind == source.Kind).Select(change => change.EntityId).Distinct().ToList() is { Count: > 0 } ids)
        {
            var found = (await source.ReadAsync(provider, ids, cancel)).ToDictionary(search => search.Id, search => search.Query);
            List<SavedSearchChange> read = [.. ids.Select(id => new SavedSearchChange(id, found.GetValueOrDefault(id)))];
            _searches?.Apply(read);
            _renewed?.Apply(read);
        }
        _place = LogPlace.Of(changes[^1]);
        return true;
    }
}
