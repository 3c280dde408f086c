using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Tests.Platform.Site;

public sealed class PaperClockTests
{
    [Theory]
    [InlineData("2026-11-18T22:59:59Z", "2026-11-18")]
    [InlineData("2026-11-18T23:00:00Z", "2026-11-19")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    public void The_date_changes_at_midnight_in_Brussels(string instant, string date) =>
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Clock(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).Today);

    [Fact]
    public void Now_is_cut_to_what_both_databases_keep() =>
        Assert.Equal(DateTimeOffset.UnixEpoch, Clock(DateTimeOffset.UnixEpoch.AddTicks(9)).Now);

    [Fact]
    public void A_day_has_144_slots()
    {
        var day = new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(144, Enumerable.Range(0, 24 * 60).Select(minute => Clock(day.AddMinutes(minute)).Slot).Distinct().Count());
    }

    private static PaperClock Clock(DateTimeOffset now) => new(new SettableClock { Now = now }, Options.Create(new SiteSettings()));
}
