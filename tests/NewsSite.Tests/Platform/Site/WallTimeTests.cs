using System.Globalization;
using NewsSite.Platform.Site;

namespace NewsSite.Tests.Platform.Site;

public sealed class WallTimeTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Theory]
    [InlineData("2026-11-22 18:00", "2026-11-22T17:00:00Z")]
    [InlineData("2026-07-21 18:00", "2026-07-21T16:00:00Z")]
    [InlineData("2027-03-28 01:59", "2027-03-28T00:59:00Z")]
    [InlineData("2027-03-28 02:00", "")]
    [InlineData("2027-03-28 02:59", "")]
    [InlineData("2027-03-28 03:00", "2027-03-28T01:00:00Z")]
    [InlineData("2026-10-25 01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25 02:00", "2026-10-25T00:00:00Z 2026-10-25T01:00:00Z")]
    [InlineData("2026-10-25 02:59", "2026-10-25T00:59:00Z 2026-10-25T01:59:00Z")]
    [InlineData("2026-10-25 03:00", "2026-10-25T02:00:00Z")]
    public void In_Brussels_an_hour_is_left_out_in_spring_and_comes_twice_in_autumn(string shown, string instants) =>
        Assert.Equal(instants, string.Join(' ', WallTime.Instants(Brussels, Time(shown)).Select(at => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))));

    /// <summary>Zones with half hours, with midnight changes, with none, and one that skipped a whole day.</summary>
    public static TheoryData<string> Zones =>
        ["Europe/Brussels", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "Africa/Cairo", "Pacific/Apia", "UTC"];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Every_instant_comes_back_from_what_the_clocks_show_then(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var random = new Random(20261122);
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        // Instants all over ten years, and each quarter of an hour of the days on which clocks are changed.
        var instants = Enumerable.Range(0, 20_000).Select(_ => start.AddMinutes(random.Next(10 * 365 * 24 * 60)))
            .Concat(Changes(zone, start).SelectMany(change => Enumerable.Range(-192, 384).Select(step => change.AddMinutes(15 * step))));
        foreach (var instant in instants)
        {
            var found = WallTime.Instants(zone, TimeZoneInfo.ConvertTime(instant, zone).DateTime);
            Assert.Contains(instant, found);
            Assert.InRange(found.Count, 1, 2);
            Assert.Equal(found.Order(), found);
            Assert.All(found, at => Assert.Equal(TimeZoneInfo.ConvertTime(instant, zone).DateTime, TimeZoneInfo.ConvertTime(at, zone).DateTime));
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void What_the_clocks_leave_out_is_no_instant_and_the_next_time_is_one(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        foreach (var change in Changes(zone, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)))
        {
            var before = TimeZoneInfo.ConvertTime(change.AddMinutes(-1), zone).DateTime;
            var after = TimeZoneInfo.ConvertTime(change, zone).DateTime;
            for (var shown = before.AddMinutes(1); shown < after; shown = shown.AddMinutes(1))
            {
                Assert.Empty(WallTime.Instants(zone, shown));
                Assert.Equal(after, WallTime.NextShown(zone, shown));
            }
        }
    }

    /// <summary>The first minutes of new offsets in ten years.</summary>
    private static IEnumerable<DateTimeOffset> Changes(TimeZoneInfo zone, DateTimeOffset start)
    {
        for (var hour = start; hour < start.AddYears(10); hour = hour.AddHours(1))
        {
            if (zone.GetUtcOffset(hour) == zone.GetUtcOffset(hour.AddHours(1)))
                continue;
            yield return Enumerable.Range(1, 60).Select(minute => hour.AddMinutes(minute)).First(minute => zone.GetUtcOffset(minute) != zone.GetUtcOffset(hour));
        }
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
