namespace NewsSite.Tests;

/// <summary>A clock that stands still until a test moves it. Timers and delays run on the system's, so nothing waits for a test.</summary>
public sealed class SettableClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
