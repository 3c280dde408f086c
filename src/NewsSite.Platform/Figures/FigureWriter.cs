using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Figures;

/// <summary>Writes what readers did into the table of figures; what they claim of things that there are not is left out.</summary>
public sealed class FigureWriter(FigureCounter counter, IServiceScopeFactory scopes, TimeProvider time, ILogger<FigureWriter> logger) : CountWriter(scopes, time, logger)
{
    public override async Task WriteAsync(CancellationToken cancel)
    {
        var counts = counter.Take();
        try
        {
            await AddAsync(counts, AddAsync, cancel);
        }
        finally
        {
            if (counts.Count > 0)
                counter.Return(counts);
        }
    }

    private async Task AddAsync(NewsDb db, IReadOnlyList<KeyValuePair<(DateOnly Day, Sighting Sighting), int>> part, CancellationToken cancel)
    {
        foreach (var things in part.GroupBy(pair => pair.Key.Sighting.Kind, StringComparer.Ordinal).OrderBy(things => things.Key, StringComparer.Ordinal))
        {
            var existing = await counter.Kind(things.Key).Existing(db, [.. things.Select(pair => pair.Key.Sighting.Id).Distinct()], cancel);
            foreach (var ((day, (kind, id, act)), times) in things.Where(pair => existing.Contains(pair.Key.Sighting.Id))
                .OrderBy(pair => pair.Key.Sighting.Id).ThenBy(pair => pair.Key.Day).ThenBy(pair => pair.Key.Sighting.Act, StringComparer.Ordinal))
            {
                var isThere = await db.Set<Figure>().Where(figure => figure.Kind == kind && figure.ThingId == id && figure.Day == day && figure.Act == act)
                    .ExecuteUpdateAsync(set => set.SetProperty(figure => figure.Times, figure => figure.Times + times), cancel) > 0;
                if (!isThere)
                    db.Add(new Figure { Kind = kind, ThingId = id, Day = day, Act = act, Times = times });
            }
        }
    }
}
