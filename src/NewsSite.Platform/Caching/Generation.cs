using NewsSite.Platform.Site;

namespace NewsSite.Platform.Caching;

/// <summary>
/// What everything cached belongs to: the last change that this node has applied, the 10-minute slot and the local date.
/// When one of them moves, all pages and blocks are made anew: so one mechanism settles publishing, closing jobs, the
/// rotation of Top jobs and the date at midnight, on every node.
/// </summary>
public sealed class Generation(PaperClock clock)
{
    private const int RecheckMilliseconds = 50;

    /// <summary>
    /// It moves no more often, so that a busy import does not empty the cache with each row. With the quarter of a second in which
    /// other nodes hear of a change, readers everywhere see it within a second, also right after another one.
    /// </summary>
    private static readonly TimeSpan MinLife = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private volatile Stamp _current = new("", 0, DateTimeOffset.MinValue);
    private long _lastChange;

    /// <summary>The current generation, as a short text that goes into cache keys.</summary>
    public string Current
    {
        get
        {
            // The clock is asked a few times a second at most, not on every request.
            var ticks = Environment.TickCount64;
            var current = _current;
            return current.Text.Length > 0 && ticks - current.CheckedAt < RecheckMilliseconds ? current.Text : Renew(ticks).Text;
        }
    }

    /// <summary>When the current generation began: nothing that readers see of the paper has changed since.</summary>
    public DateTimeOffset Since
    {
        get
        {
            _ = Current;
            return _current.Since;
        }
    }

    /// <summary>The id of the last change that was applied.</summary>
    public long LastChange => Interlocked.Read(ref _lastChange);

    /// <summary>A change was seen; pages made from now on belong to a newer generation.</summary>
    public void Apply(long change)
    {
        lock (_gate)
        {
            if (change <= _lastChange)
                return;
            _lastChange = change;
            _current = _current with { CheckedAt = 0 };
        }
    }

    private Stamp Renew(long ticks)
    {
        lock (_gate)
        {
            var now = clock.Now;
            var text = $"{_lastChange}.{clock.Slot}.{clock.Today:yyMMdd}";
            var moves = text != _current.Text && (now - _current.Since >= MinLife || now < _current.Since);
            _current = moves ? new Stamp(text, ticks, now) : _current with { CheckedAt = ticks };
            return _current;
        }
    }

    private sealed record Stamp(string Text, long CheckedAt, DateTimeOffset Since);
}
