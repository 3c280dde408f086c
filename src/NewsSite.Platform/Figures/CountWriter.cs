using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Figures;

/// <summary>
/// Adds what this node has counted in memory to a table, now and then and when it stops; the counts of all nodes add up there. A
/// crash loses the last counts, nothing else.
/// </summary>
public abstract partial class CountWriter(IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <summary>Rows in one transaction, so that no other writer waits long.</summary>
    private const int Batch = 200;

    /// <summary>How often another node may have been quicker with the same new row.</summary>
    private const int Tries = 5;

    private readonly Lock _gate = new();
    private Task? _lastWrite;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await LastWrite(cancellationToken);
    }

    /// <summary>Writes all that has been counted; what cannot be written is counted again.</summary>
    public abstract Task WriteAsync(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    /// <summary>Adds counts batch by batch; what is written is taken out of them.</summary>
    /// <param name="counts">Left in them afterwards: what was not written.</param>
    /// <param name="add">Adds a batch; always in the same order, so that two nodes never wait for each other.</param>
    /// <param name="cancel">Ends between two batches.</param>
    protected async Task AddAsync<TKey, TCount>(
        Dictionary<TKey, TCount> counts, Func<NewsDb, IReadOnlyList<KeyValuePair<TKey, TCount>>, CancellationToken, Task> add, CancellationToken cancel)
        where TKey : notnull
    {
        foreach (var part in counts.Chunk(Batch))
        {
            await AddAsync((db, token) => add(db, part, token), cancel);
            foreach (var (key, _) in part)
                counts.Remove(key);
        }
    }

    private async Task AddAsync(Func<NewsDb, CancellationToken, Task> add, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
                await using var write = await db.BeginWriteAsync(cancel);
                await add(db, cancel);
                await write.CommitAsync(cancel);
                return;
            }
            catch (DbUpdateException failure) when (failure.IsTaken() && attempt < Tries)
            {
                // Another node has made one of the rows meanwhile: now it is there to be added to.
            }
        }
    }

    /// <summary>A host may be stopped by two at once: who comes second waits too, because after both the services are gone.</summary>
    private Task LastWrite(CancellationToken cancel)
    {
        lock (_gate)
            return _lastWrite ??= TryAsync(cancel);
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await WriteAsync(cancel);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            LogUnwritten(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was counted could not be written; it is tried again")]
    private static partial void LogUnwritten(ILogger logger, Exception failure);
}
