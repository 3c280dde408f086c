using System.Diagnostics;

namespace NewsSite.Tests;

/// <summary>
/// A clock that stands still until a test moves it, or runs from the set time on where a test says so. Timers and delays run on the
/// system's, so nothing waits for a test.
/// </summary>
public sealed class SettableClock : TimeProvider
{
    private readonly Stopwatch _running = new();
    private long _ticks = new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks) + _running.Elapsed.Ticks, TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks - _running.Elapsed.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    /// <summary>From now on it goes as fast as the system's.</summary>
    public void Run() => _running.Start();
}
