using Microsoft.Extensions.Options;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Site;

namespace NewsSite.Tests.Platform.Caching;

public sealed class GenerationTests
{
    private readonly SettableClock _clock = new();
    private readonly Generation _generation;

    public GenerationTests() => _generation = new Generation(new PaperClock(_clock, Options.Create(new SiteSettings())));

    [Fact]
    public void A_change_begins_a_new_generation()
    {
        var before = _generation.Current;
        _generation.Apply(12);
        Advance(TimeSpan.FromSeconds(2));

        Assert.NotEqual(before, _generation.Current);
        Assert.Equal(12, _generation.LastChange);
    }

    [Fact]
    public void A_change_that_is_known_already_begins_none()
    {
        _generation.Apply(12);
        var before = _generation.Current;
        _generation.Apply(12);
        _generation.Apply(3);
        Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((before, 12), (_generation.Current, _generation.LastChange));
    }

    [Fact]
    public async Task Many_changes_in_half_a_second_move_it_once_and_none_is_lost()
    {
        var seen = new HashSet<string> { _generation.Current };
        for (var change = 1; change <= 100; change++)
        {
            _generation.Apply(change);
            seen.Add(_generation.Current);
            Advance(TimeSpan.FromMilliseconds(4));
        }
        Assert.Single(seen);

        Advance(TimeSpan.FromMilliseconds(500));
        await RecheckAsync();
        Assert.StartsWith("100.", _generation.Current, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_ten_minutes_begins_a_new_one_and_so_does_midnight_in_Brussels()
    {
        _clock.Now = new DateTimeOffset(2026, 11, 18, 22, 50, 0, TimeSpan.Zero);
        var seen = new List<string>();
        for (var minute = 0; minute < 20; minute++)
        {
            seen.Add(_generation.Current);
            Advance(TimeSpan.FromMinutes(1));
            await RecheckAsync();
        }

        Assert.Equal(2, seen.Distinct().Count());
        Assert.EndsWith(".261118", seen[0], StringComparison.Ordinal);
        Assert.EndsWith(".261119", seen[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_stop_it()
    {
        var before = _generation.Current;
        Advance(TimeSpan.FromHours(-3));
        await RecheckAsync();

        Assert.NotEqual(before, _generation.Current);
    }

    private void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>The clock is asked at most every 50 ms of real time.</summary>
    private static Task RecheckAsync() => Task.Delay(60, TestContext.Current.CancellationToken);
}
