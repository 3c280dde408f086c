using NewsSite.Alerts.Subscriptions;

namespace NewsSite.Tests.Alerts.Subscriptions;

public sealed class TimingTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
    private static readonly TimeZoneInfo Montreal = TimeZoneInfo.FindSystemTimeZoneById("America/Montreal");

    [Fact]
    public void At_once_is_gathered_over_ten_minutes() =>
        Assert.Equal(At("2026-11-18 09:10"), Next(new Timing { Frequency = Frequency.AtOnce }, "2026-11-18 09:00"));

    [Theory]
    [InlineData("2026-11-18 05:59", "2026-11-18 06:00")]
    [InlineData("2026-11-18 06:00", "2026-11-19 06:00")]
    [InlineData("2026-11-18 23:30", "2026-11-19 06:00")]
    public void Daily_comes_at_its_hour_by_the_clocks_of_the_subscriber(string now, string next) =>
        Assert.Equal(At(next), Next(new Timing { Frequency = Frequency.Daily }, now));

    [Fact]
    public void Another_zone_is_another_instant() =>
        Assert.Equal(At("2026-11-18 12:00"), new Timing { Frequency = Frequency.Daily }.Next(At("2026-11-18 09:00"), Montreal));

    /// <summary>On 28 March 2027 clocks jump from 2 to 3: 2 o'clock is left out.</summary>
    [Theory]
    [InlineData(7, "2027-03-27 12:00", "2027-03-28 05:00")]
    [InlineData(7, "2027-03-28 12:00", "2027-03-29 05:00")]
    [InlineData(2, "2027-03-27 12:00", "2027-03-28 01:00")]
    [InlineData(2, "2027-03-28 01:00", "2027-03-29 00:00")]
    public void In_spring_it_comes_once_a_day_also_at_the_hour_that_is_left_out(int hour, string now, string next) =>
        Assert.Equal(At(next), Next(new Timing { Frequency = Frequency.Daily, Hour = hour }, now));

    /// <summary>On 31 October 2027 clocks go back from 3 to 2: 2 o'clock comes twice.</summary>
    [Theory]
    [InlineData(7, "2027-10-30 12:00", "2027-10-31 06:00")]
    [InlineData(2, "2027-10-30 12:00", "2027-10-31 00:00")]
    [InlineData(2, "2027-10-31 00:00", "2027-11-01 01:00")]
    [InlineData(2, "2027-10-31 00:30", "2027-11-01 01:00")]
    public void In_autumn_it_comes_once_a_day_also_at_the_hour_that_comes_twice(int hour, string now, string next) =>
        Assert.Equal(At(next), Next(new Timing { Frequency = Frequency.Daily, Hour = hour }, now));

    [Fact]
    public void Over_a_year_every_day_has_one_mail_at_the_wanted_hour()
    {
        foreach (var hour in Enumerable.Range(0, 24))
        {
            var timing = new Timing { Frequency = Frequency.Daily, Hour = hour };
            var days = new HashSet<DateOnly>();
            var at = At("2026-12-31 23:00");
            for (var mail = 0; mail < 365; mail++)
            {
                at = timing.Next(at, Brussels);
                var shown = TimeZoneInfo.ConvertTime(at, Brussels);
                Assert.True(days.Add(DateOnly.FromDateTime(shown.DateTime)), $"{hour} o'clock comes twice on {shown}");
                Assert.True(shown.Hour == hour || (hour == 2 && shown.Hour == 3), $"{hour} o'clock comes at {shown}");
            }
            Assert.Equal(365, days.Max().DayNumber - days.Min().DayNumber + 1);
        }
    }

    [Theory]
    [InlineData(Weekdays.Monday | Weekdays.Friday, "2026-11-20 06:00")]
    [InlineData(Weekdays.Sunday, "2026-11-22 06:00")]
    [InlineData(Weekdays.None, "2026-11-19 06:00")]
    public void Daily_comes_on_the_chosen_days(Weekdays days, string next) =>
        Assert.Equal(At(next), Next(new Timing { Frequency = Frequency.Daily, Weekdays = days }, "2026-11-18 09:00"));

    [Fact]
    public void Weekly_comes_on_one_day()
    {
        Assert.Equal(At("2026-11-23 06:00"), Next(new Timing { Frequency = Frequency.Weekly }, "2026-11-18 09:00"));
        Assert.Equal(At("2026-11-19 06:00"), Next(new Timing { Frequency = Frequency.Weekly, Weekdays = Weekdays.Thursday | Weekdays.Sunday }, "2026-11-18 09:00"));
    }

    [Theory]
    [InlineData(Frequency.AtOnce, "2026-11-29 23:00")]
    [InlineData(Frequency.Daily, "2026-11-30 06:00")]
    [InlineData(Frequency.Weekly, "2026-11-30 06:00")]
    public void Nothing_comes_before_a_pause_has_ended(Frequency frequency, string next) =>
        Assert.Equal(At(next), Next(new Timing { Frequency = frequency, PausedUntil = new DateOnly(2026, 11, 30) }, "2026-11-18 09:00"));

    private static DateTimeOffset Next(Timing timing, string now) => timing.Next(At(now), Brussels);

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
