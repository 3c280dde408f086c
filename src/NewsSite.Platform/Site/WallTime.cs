namespace NewsSite.Platform.Site;

/// <summary>
/// A date and time as the clocks of a place show them, turned into instants. Twice a year clocks are changed: in spring they jump
/// over an hour, in autumn they show one twice.
/// </summary>
public static class WallTime
{
    /// <summary>The instants at which the clocks show that time, in order: one nearly always, two in the hour that comes twice, none in the hour that is left out.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants(TimeZoneInfo zone, DateTime shown)
    {
        var local = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            return [];
        return zone.IsAmbiguousTime(local)
            ? [.. zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => new DateTimeOffset(local, offset).ToUniversalTime())]
            : [new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()];
    }

    /// <summary>For a time that the clocks leave out: the first one that they show after it, to the minute.</summary>
    public static DateTime NextShown(TimeZoneInfo zone, DateTime leftOut)
    {
        var local = DateTime.SpecifyKind(leftOut, DateTimeKind.Unspecified);
        local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return local;
    }
}
