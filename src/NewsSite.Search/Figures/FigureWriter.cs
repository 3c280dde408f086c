using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Search.Documents;

namespace NewsSite.Search.Figures;

/// <summary>Writes what was searched and what was opened.</summary>
public sealed class FigureWriter(SearchCounter counter, IServiceScopeFactory scopes, TimeProvider time, ILogger<FigureWriter> logger) : CountWriter(scopes, time, logger)
{
    public override async Task WriteAsync(CancellationToken cancel)
    {
        var counts = counter.Take();
        try
        {
            await AddAsync(counts.Asked, AskedAsync, cancel);
            await AddAsync(counts.Chosen, ChosenAsync, cancel);
        }
        finally
        {
            if (!counts.IsEmpty)
                counter.Return(counts);
        }
    }

    private static async Task AskedAsync(NewsDb db, IReadOnlyList<KeyValuePair<SearchCounter.Asked, (int Times, int Empty)>> part, CancellationToken cancel)
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

    private static async Task ChosenAsync(NewsDb db, IReadOnlyList<KeyValuePair<(SearchCounter.Asked Asked, DocumentKey Thing), int>> part, CancellationToken cancel)
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
