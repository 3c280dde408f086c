namespace NewsSite.Platform.Site;

/// <summary>The precision of every stored instant: PostgreSQL keeps microseconds, .NET counts in 0.1 µs.</summary>
public static class Microseconds
{
    public static DateTimeOffset Cut(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static long FromInstant(DateTimeOffset instant) =>
        (Cut(instant).Ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
