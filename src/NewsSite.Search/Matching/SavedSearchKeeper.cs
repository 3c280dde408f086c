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
    private int _conditionsWhenRead;

    /// <summary>Up to where in the log the searches are what it says; null: nothing of it.</summary>
    private LogPlace? _place;

    /// <summary>The database was out of reach: another one, or an older state of it, may answer now.</summary>
    private bool _isInDoubt;

    public SavedSearchKeeper(IServiceScopeFactory scopes, SearchIndex index, Lexicon lexicon, PaperClock clock, ILogger<SavedSearchKeeper> logger) =>
        (_scopes, _index, _lexicon, _clock, _logger) = (scopes, index, lexicon, clock, logger);

    /// <summary>As they were a moment ago; null: they have not been read yet.</summary>
    public SavedSearches? Searches => _searches;

    /// <summary>Reads what has been committed up to now, and returns it: whoever matches with that misses no search.</summary>
    public async Task<SavedSearches> CatchUpAsync(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            if (_isInDoubt && _place is { } place && !await place.IsInAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), cancel))
            {
                _logger.LogWarning("The change log does not go on where the saved searches are: it is another database, or an older state of it. All are read anew");
                (_place, _searches) = (null, null);
            }
            _isInDoubt = false;
            var hasMoved = _searches is null;
            while (_searches is { } searches && await FollowAsync(scope.ServiceProvider, [searches], cancel))
                hasMoved = true;
            return hasMoved ? await CurrentAsync(scope.ServiceProvider, cancel) : _searches!;
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

    public void Dispose() => _turn.Dispose();

    /// <summary>Those in memory, unless they have to be read anew: other names or places, or too much that is asked for no longer.</summary>
    private async Task<SavedSearches> CurrentAsync(IServiceProvider provider, CancellationToken cancel)
    {
        var vocabulary = await provider.GetRequiredService<FindVocabulary>()(cancel);
        if (_searches is { } current && current.Vocabulary == vocabulary && current.Matcher.Current.Conditions.ConditionCount <= (2 * _conditionsWhenRead) + MostLeftovers)
            return current;
        return _searches = await ReadAllAsync(provider, vocabulary, cancel);
    }

    /// <summary>Beside those that are matched with now, which are kept up to date meanwhile.</summary>
    private async Task<SavedSearches> ReadAllAsync(IServiceProvider provider, Vocabulary vocabulary, CancellationToken cancel)
    {
        var since = _clock.Now;
        var read = new SavedSearches(_lexicon, vocabulary, _clock, IndexFrequencies.Of(_index));
        // Known before the first search is read: what is committed during the reading is read again rather than missed.
        _place ??= await LogPlace.LastAsync(provider.GetRequiredService<NewsDb>(), cancel);
        SavedSearches[] followers = _searches is { } current ? [current, read] : [read];
        var source = provider.GetService<SavedSearchSource>();
        for (var after = 0L; source is not null;)
        {
            var batch = await source.NextAsync(provider, after, BatchSize, cancel);
            read.Apply([.. batch.Select(search => new SavedSearchChange(search.Id, search.Query))]);
            while (await FollowAsync(provider, followers, cancel))
            {
            }
            if (batch.Count == 0)
                break;
            after = batch[^1].Id;
        }
        _conditionsWhenRead = read.Matcher.Current.Conditions.ConditionCount;
        _logger.LogInformation("{Searches} saved searches were read in {Seconds:F1} s", read.Count, (_clock.Now - since).TotalSeconds);
        return read;
    }

    /// <returns>Whether the log had moved.</returns>
    private async Task<bool> FollowAsync(IServiceProvider provider, IReadOnlyList<SavedSearches> followers, CancellationToken cancel)
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
            foreach (var searches in followers)
                searches.Apply(read);
        }
        _place = LogPlace.Of(changes[^1]);
        return true;
    }
}
