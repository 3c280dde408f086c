namespace NewsSite.Platform.Mail;

/// <summary>When a mail that could not be handed over is tried again: soon at first, then every four hours, for three days.</summary>
internal static class RetryPlan
{
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
    ];

    /// <param name="attempts">Including the one that has just failed.</param>
    /// <returns>Null when it is not tried again; the last try lies at the end of the three days.</returns>
    public static DateTimeOffset? NextTry(int attempts, DateTimeOffset created, DateTimeOffset now)
    {
        var end = created + GiveUpAfter;
        if (now >= end)
            return null;
        var next = now + Delays[Math.Min(attempts, Delays.Length) - 1];
        return next < end ? next : end;
    }
}
