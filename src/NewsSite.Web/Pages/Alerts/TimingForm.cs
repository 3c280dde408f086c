using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>When one subscription is wanted, as typed.</summary>
public sealed class TimingForm
{
    private const int LongestPauseInDays = 366;

    public long Subscription { get; set; }
    public string? Frequency { get; set; }
    public string? Hour { get; set; }
    public IReadOnlyList<string> Weekdays { get; set; } = [];
    public string? PausedUntil { get; set; }
    public string? MostShown { get; set; }

    /// <summary>Of the search; null: they stay.</summary>
    public string? Words { get; set; }

    public int Most => int.TryParse(MostShown, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : 0;

    /// <summary>The field that is wrong, and why; null: none.</summary>
    public (string Field, string Text)? Fault(DateOnly today, IStringLocalizer<Interface> texts)
    {
        if (!Enum.TryParse<Frequency>(Frequency, out var frequency) || !Enum.IsDefined(frequency))
            return (nameof(Frequency), texts["Choose one of these."]);
        if (frequency != NewsSite.Alerts.Subscriptions.Frequency.AtOnce && Days() == NewsSite.Alerts.Subscriptions.Weekdays.None)
            return (nameof(Weekdays), texts["Choose a day at least."]);
        if (!string.IsNullOrEmpty(PausedUntil) && (Pause() is not { } until || until > today.AddDays(LongestPauseInDays)))
            return (nameof(PausedUntil), texts["Give a day within a year, or leave it empty."]);
        return Most is < 1 or > NewsSite.Alerts.Subscriptions.Subscription.MostItems
            ? (nameof(MostShown), texts["Give a number from 1 to {0}.", NewsSite.Alerts.Subscriptions.Subscription.MostItems])
            : null;
    }

    /// <summary>To be asked once nothing is wrong.</summary>
    public Timing ToTiming() => new()
    {
        Frequency = Enum.Parse<Frequency>(Frequency!),
        Hour = int.TryParse(Hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 ? hour : Timing.DefaultHour,
        Weekdays = Days(),
        PausedUntil = Pause(),
    };

    private Weekdays Days() => Weekdays.Aggregate(NewsSite.Alerts.Subscriptions.Weekdays.None, (days, typed) =>
        Enum.TryParse<Weekdays>(typed, out var day) ? days | (day & NewsSite.Alerts.Subscriptions.Weekdays.All) : days);

    private DateOnly? Pause() => DateOnly.TryParseExact(PausedUntil, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Time zones to choose from: those of the European Union and of where its people move to most.</summary>
internal static class Zones
{
    public static readonly IReadOnlyList<string> Known =
    [
        "Africa/Casablanca", "Africa/Kinshasa", "America/Los_Angeles", "America/Montreal", "America/New_York", "Asia/Dubai", "Asia/Singapore", "Asia/Tokyo", "Atlantic/Canary",
        "Australia/Sydney", "Europe/Amsterdam", "Europe/Athens", "Europe/Berlin", "Europe/Brussels", "Europe/Bucharest", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon", "Europe/London",
        "Europe/Luxembourg", "Europe/Madrid", "Europe/Paris", "Europe/Rome", "Europe/Sofia", "Europe/Stockholm", "Europe/Vienna", "Europe/Warsaw", "Europe/Zurich",
    ];
}
