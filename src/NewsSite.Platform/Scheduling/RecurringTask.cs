using Quartz;

namespace NewsSite.Platform.Scheduling;

/// <summary>Something that runs by itself, again and again; however many nodes there are, each time once.</summary>
public sealed record RecurringTask
{
    public const int MaxName = 60;

    /// <summary>Unique; what the runs are filed under.</summary>
    public required string Name { get; init; }

    /// <summary>The module that does it.</summary>
    public required string Module { get; init; }

    /// <summary>When: a Quartz expression (second, minute, hour, day, month, weekday), by the paper's clock.</summary>
    public required string When { get; init; }

    /// <summary>Does it; the services are of a scope of its own.</summary>
    public required Func<IServiceProvider, CancellationToken, Task> Run { get; init; }

    /// <summary>A look that costs nearly nothing and says whether there is anything to do; null: always. Without work no run is filed.</summary>
    public Func<IServiceProvider, CancellationToken, Task<bool>>? HasWork { get; init; }

    /// <summary>The last time before an instant at which it was due; null: it never was.</summary>
    public DateTimeOffset? DueBefore(DateTimeOffset at, TimeZoneInfo zone) => new CronExpression(When, zone).GetPreviousValidTimeBefore(at);
}
