using NewsSite.Platform.Site;

namespace NewsSite.Platform.Figures;

/// <summary>Counts what readers do on this node, in memory, until <see cref="FigureWriter"/> takes it.</summary>
public sealed class FigureCounter(IEnumerable<CountedKind> kinds, PaperClock clock)
{
    /// <summary>Different things between two writings; whoever makes up more is not counted.</summary>
    internal const int MostThings = 20_000;

    private readonly Dictionary<string, CountedKind> _kinds = kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly ReaderMarks _marks = new();
    private Dictionary<(DateOnly Day, Sighting Sighting), int> _counts = [];

    /// <summary>Whether such a thing is counted at all.</summary>
    public bool Knows(Sighting sighting) => sighting.Id > 0 && _kinds.TryGetValue(sighting.Kind, out var kind) && kind.Acts.Contains(sighting.Act);

    /// <summary>Counts a reader who did this today for the first time.</summary>
    /// <param name="reader">What tells readers apart; it is hashed and not kept.</param>
    /// <param name="sightings">Those that are not known are passed over.</param>
    public void Count(string reader, IEnumerable<Sighting> sightings)
    {
        var today = clock.Today;
        lock (_gate)
        {
            foreach (var sighting in sightings.Where(Knows))
            {
                var key = (today, sighting);
                var times = _counts.GetValueOrDefault(key);
                if ((times > 0 || _counts.Count < MostThings) && _marks.IsFirst(today, reader, sighting))
                    _counts[key] = times + 1;
            }
        }
    }

    internal CountedKind Kind(string kind) => _kinds[kind];

    internal Dictionary<(DateOnly Day, Sighting Sighting), int> Take()
    {
        lock (_gate)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    /// <summary>What could not be written is written with the next.</summary>
    internal void Return(Dictionary<(DateOnly Day, Sighting Sighting), int> counts)
    {
        lock (_gate)
        {
            foreach (var (key, times) in counts)
                _counts[key] = _counts.GetValueOrDefault(key) + times;
        }
    }
}
