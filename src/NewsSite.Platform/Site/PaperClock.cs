using Microsoft.Extensions.Options;

namespace NewsSite.Platform.Site;

/// <summary>The time as the paper sees it: the instant, and the local date in the paper's time zone.</summary>
public sealed class PaperClock(TimeProvider time, IOptions<SiteSettings> settings)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(settings.Value.TimeZone);

    /// <summary>Now in UTC, cut to microseconds as both databases keep it.</summary>
    public DateTimeOffset Now => Microseconds.Cut(time.GetUtcNow());

    public DateOnly Today => DateOnly.FromDateTime(Local(Now).DateTime);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>When the paper's clocks show that: the first time where they show it twice, null where they leave it out.</summary>
    public DateTimeOffset? InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return Zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant of a day where the paper is.</summary>
    public DateTimeOffset StartOf(DateOnly day) => WallTime.Instants(Zone, WallTime.NextShown(Zone, day.ToDateTime(TimeOnly.MinValue)))[0];

    /// <summary>The number of the current 10-minute slot since 1970, UTC.</summary>
    public long Slot => Now.ToUnixTimeSeconds() / 600;
}
