using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;

namespace NewsSite.Search.Following;

/// <summary>Some lines of the change log, in its order, with what became of the documents.</summary>
/// <param name="Place">The last of them.</param>
/// <param name="WantsNewIndex">Somebody ordered that all is read anew.</param>
internal sealed record ReadChanges(IReadOnlyList<IndexChange> Changes, LogPlace Place, bool WantsNewIndex);

/// <summary>
/// Asks the modules for their documents. One that cannot be read (what is stored of it is broken) is reported and left out: it
/// must not keep the others from being found.
/// </summary>
public sealed class SourceReading(IServiceScopeFactory scopes, ILogger<SourceReading> logger)
{
    /// <summary>Lines taken from the log at once.</summary>
    private const int MostChanges = 500;

    /// <summary>Documents asked for at once.</summary>
    private const int BatchSize = 250;

    internal async Task<T> InDatabaseAsync<T>(Func<NewsDb, CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<NewsDb>(), cancel);
    }

    /// <summary>The log has moved.</summary>
    internal async Task TellModulesAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var follower in scope.ServiceProvider.GetServices<OnLogMoved>())
            await follower.Follow(scope.ServiceProvider, cancel);
    }

    /// <summary>How many documents there are, by kind.</summary>
    internal async Task<IReadOnlyList<(string Kind, int Count)>> CountAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var counts = new List<(string Kind, int Count)>();
        foreach (var source in scope.ServiceProvider.GetServices<IDocumentSource>())
            counts.Add((source.Kind, await source.CountAsync(cancel)));
        return counts;
    }

    /// <summary>The next documents of a kind in the order of their ids.</summary>
    /// <returns>And the id after which to go on; null: these were the last.</returns>
    internal async Task<(IReadOnlyList<IndexChange> Documents, long? After)> NextAsync(string kind, long after, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ids = await Source(scope, kind).IdsAsync(after, BatchSize, cancel);
        return (await ReadAsync(scope, kind, ids, cancel), ids.Count < BatchSize ? null : ids[^1]);
    }

    /// <summary>What the log says after a place; null: nothing.</summary>
    internal async Task<ReadChanges?> ChangesAsync(LogPlace place, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var changes = await db.Set<Change>().AsNoTracking().Where(change => change.Id > place.Id).OrderBy(change => change.Id).Take(MostChanges).ToListAsync(cancel);
        if (changes.Count == 0)
            return null;
        await TellModulesAsync(cancel);
        var read = new List<IndexChange>();
        foreach (var source in scope.ServiceProvider.GetServices<IDocumentSource>())
        {
            foreach (var ids in changes.Where(change => change.Kind == source.Kind).Select(change => change.EntityId).Distinct().Chunk(BatchSize))
                read.AddRange(await ReadAsync(scope, source.Kind, ids, cancel));
        }
        return new ReadChanges(read, LogPlace.Of(changes[^1]), changes.Exists(change => change.Kind == Reindexing.Noun));
    }

    private async Task<IReadOnlyList<IndexChange>> ReadAsync(AsyncServiceScope scope, string kind, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return [];
        try
        {
            var found = (await Source(scope, kind).ReadAsync(ids, cancel)).ToDictionary(document => document.Key.Id);
            return [.. ids.Select(id => new IndexChange(new DocumentKey(kind, id), found.GetValueOrDefault(id)))];
        }
        catch (Exception broken) when (broken is BlockDocumentException or FormatException)
        {
            if (ids.Count == 1)
            {
                logger.LogError(broken, "The {Kind} {Id} cannot be read, and is not found until it is mended", kind, ids[0]);
                return [new IndexChange(new DocumentKey(kind, ids[0]), null)];
            }
        }
        var half = ids.Count / 2;
        return [.. await ReadAsync(scope, kind, [.. ids.Take(half)], cancel), .. await ReadAsync(scope, kind, [.. ids.Skip(half)], cancel)];
    }

    private static IDocumentSource Source(AsyncServiceScope scope, string kind) =>
        scope.ServiceProvider.GetServices<IDocumentSource>().Single(source => source.Kind == kind);
}
