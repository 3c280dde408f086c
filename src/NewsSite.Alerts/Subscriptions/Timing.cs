using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Subscriptions;

public enum Frequency
{
    /// <summary>Gathered over ten minutes from the first on.</summary>
    AtOnce,
    Daily,
    Weekly,
}

/// <summary>Days of the week, several at once.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}

/// <summary>When somebody wants mails: by the clocks where they live.</summary>
public sealed record Timing
{
    public const int DefaultHour = 7;

    /// <summary>How long what is wanted at once is gathered.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(10);

    public required Frequency Frequency { get; init; }

    /// <summary>0 to 23.</summary>
    public int Hour { get; init; } = DefaultHour;

    /// <summary>For daily mails the days on which they come; for weekly ones the day. None means all.</summary>
    public Weekdays Weekdays { get; init; } = Weekdays.All;

    /// <summary>No mail before this day; null: no pause.</summary>
    public DateOnly? PausedUntil { get; init; }

    public bool IsPaused(DateOnly today) => PausedUntil > today;

    /// <summary>When something that comes up now is to be mailed.</summary>
    /// <param name="now">Any instant.</param>
    /// <param name="zone">Where the subscriber lives.</param>
    /// <param name="gathering">How long what is wanted at once is gathered; null: <see cref="Gathering"/>.</param>
    public DateTimeOffset Next(DateTimeOffset now, TimeZoneInfo zone, TimeSpan? gathering = null)
    {
        if (Frequency == Frequency.AtOnce)
        {
            var gathered = now + (gathering ?? Gathering);
            return PausedUntil is { } until && Start(until, TimeOnly.MinValue, zone) is var end && end > gathered ? end : gathered;
        }
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (PausedUntil > day)
            day = PausedUntil.Value;
        while (true)
        {
            // Where clocks show the hour twice, the first time; where they leave it out, the first minute after it.
            if (IsOn(day) && Start(day, new TimeOnly(Math.Clamp(Hour, 0, 23), 0), zone) is var at && at > now)
                return at;
            day = day.AddDays(1);
        }
    }

    private bool IsOn(DateOnly day)
    {
        var weekday = (Weekdays)(1 << (((int)day.DayOfWeek + 6) % 7));
        if (Frequency == Frequency.Weekly)
            return weekday == Only;
        return Weekdays == Weekdays.None || (Weekdays & weekday) != Weekdays.None;
    }

    /// <summary>The day of weekly mails: the first of those that are chosen.</summary>
    private Weekdays Only => Weekdays is Weekdays.None ? Weekdays.Monday : (Weekdays)((int)Weekdays & -(int)Weekdays);

    private static DateTimeOffset Start(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        WallTime.Instants(zone, WallTime.NextShown(zone, day.ToDateTime(time)))[0];
}
