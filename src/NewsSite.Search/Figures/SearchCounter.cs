using NewsSite.Platform.Site;
using NewsSite.Search.Documents;

namespace NewsSite.Search.Figures;

/// <summary>Counts what is asked and chosen on this node, in memory, until <see cref="FigureWriter"/> takes it.</summary>
public sealed class SearchCounter(PaperClock clock)
{
    /// <summary>New words on one node and day. A machine that asks nonsense all day must fill neither memory nor table.</summary>
    internal const int MostWordsADay = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<Asked> _known = [];
    private DateOnly _day;
    private Counts _counts = new();

    /// <param name="typed">The reader's words as they came.</param>
    public void Ask(SearchedIn askedIn, string typed, bool foundNothing)
    {
        var words = AskedWords.Of(typed);
        lock (_gate)
        {
            var asked = Known(askedIn, words);
            var (times, empty) = _counts.Asked.GetValueOrDefault(asked);
            _counts.Asked[asked] = (times + 1, empty + (foundNothing ? 1 : 0));
        }
    }

    /// <summary>A reader who had asked these words opened that.</summary>
    public void Choose(SearchedIn askedIn, string typed, DocumentKey thing)
    {
        var words = AskedWords.Of(typed);
        lock (_gate)
        {
            var chosen = (Known(askedIn, words), thing);
            _counts.Chosen[chosen] = _counts.Chosen.GetValueOrDefault(chosen) + 1;
        }
    }

    /// <summary>All that was counted since the last time.</summary>
    internal Counts Take()
    {
        lock (_gate)
        {
            var taken = _counts;
            _counts = new Counts();
            return taken;
        }
    }

    /// <summary>What could not be written is written with the next.</summary>
    internal void Return(Counts counts)
    {
        lock (_gate)
        {
            foreach (var (asked, (times, empty)) in counts.Asked)
            {
                var (more, moreEmpty) = _counts.Asked.GetValueOrDefault(asked);
                _counts.Asked[asked] = (times + more, empty + moreEmpty);
            }
            foreach (var (chosen, times) in counts.Chosen)
                _counts.Chosen[chosen] = _counts.Chosen.GetValueOrDefault(chosen) + times;
        }
    }

    /// <summary>The day's entry for these words; for those without words once the day has brought too many.</summary>
    private Asked Known(SearchedIn askedIn, string words)
    {
        var today = clock.Today;
        if (today != _day)
        {
            _known.Clear();
            _day = today;
        }
        var asked = new Asked(today, askedIn, words);
        if (words.Length == 0 || _known.Contains(asked))
            return asked;
        if (_known.Count >= MostWordsADay)
            return asked with { Words = "" };
        _known.Add(asked);
        return asked;
    }

    internal readonly record struct Asked(DateOnly Day, SearchedIn In, string Words);

    internal sealed class Counts
    {
        public Dictionary<Asked, (int Times, int Empty)> Asked { get; } = [];

        public Dictionary<(Asked Asked, DocumentKey Thing), int> Chosen { get; } = [];

        public bool IsEmpty => Asked.Count == 0 && Chosen.Count == 0;
    }
}
