using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;
using NewsSite.Search.Documents;

namespace NewsSite.Search.Figures;

/// <summary>Adds what this node has counted to the table, now and then and when it stops. A crash loses the last counts, nothing else.</summary>
public sealed class FigureWriter(SearchCounter counter, IServiceScopeFactory scopes, TimeProvider time, ILogger<FigureWriter> logger) : BackgroundService
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

    /// <summary>A host may be stopped by two at once: who comes second waits too, because after both the services are gone.</summary>
    private Task LastWrite(CancellationToken cancel)
    {
        lock (_gate)
            return _lastWrite ??= TryAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Interval, time);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await WriteAsync(cancel);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            logger.LogWarning(failure, "What was searched could not be written; it is tried again");
        }
    }

    /// <summary>Writes all that has been counted.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        var counts = counter.Take();
        try
        {
            foreach (var part in counts.Asked.Chunk(Batch))
            {
                await AddAsync((db, token) => AskedAsync(db, part, token), cancel);
                foreach (var (asked, _) in part)
                    counts.Asked.Remove(asked);
            }
            foreach (var part in counts.Chosen.Chunk(Batch))
            {
                await AddAsync((db, token) => ChosenAsync(db, part, token), cancel);
                foreach (var (chosen, _) in part)
                    counts.Chosen.Remove(chosen);
            }
        }
        finally
        {
            if (!counts.IsEmpty)
                counter.Return(counts);
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

    private static async Task AskedAsync(NewsDb db, KeyValuePair<SearchCounter.Asked, (int Times, int Empty)>[] part, CancellationToken cancel)
    {
        // Always in the same order, so that two nodes never wait for each other.
        foreach (var ((day, askedIn, words), (times, empty)) in part.OrderBy(pair => pair.Key.Day).ThenBy(pair => pair.Key.In).ThenBy(pair => pair.Key.Words, StringComparer.Ordinal))
        {
            var isThere = await db.Set<SearchFigure>().Where(figure => figure.Day == day && figure.AskedIn == askedIn && figure.Words == words)
                .ExecuteUpdateAsync(set => set.SetProperty(figure => figure.Asked, figure => figure.Asked + times).SetProperty(figure => figure.Empty, figure => figure.Empty + empty), cancel) > 0;
            if (!isThere)
                db.Add(new SearchFigure { Day = day, AskedIn = askedIn, Words = words, Asked = times, Empty = empty });
        }
    }

    private static async Task ChosenAsync(NewsDb db, KeyValuePair<(SearchCounter.Asked Asked, DocumentKey Thing), int>[] part, CancellationToken cancel)
    {
        foreach (var (((day, askedIn, words), (kind, id)), times) in part.OrderBy(pair => pair.Key.Asked.Day).ThenBy(pair => pair.Key.Asked.Words, StringComparer.Ordinal).ThenBy(pair => pair.Key.Thing.Id))
        {
            var isThere = await db.Set<SearchChoice>().Where(choice => choice.Day == day && choice.AskedIn == askedIn && choice.Words == words && choice.Kind == kind && choice.ThingId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(choice => choice.Times, choice => choice.Times + times), cancel) > 0;
            if (!isThere)
                db.Add(new SearchChoice { Day = day, AskedIn = askedIn, Words = words, Kind = kind, ThingId = id, Times = times });
        }
    }
}
