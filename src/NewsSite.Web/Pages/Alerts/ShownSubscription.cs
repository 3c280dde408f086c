using NewsSite.Alerts.Subscriptions;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>A subscription on the page of its owner, with what was typed if that was wrong.</summary>
public sealed record ShownSubscription(Subscription Subscription, MineModel Page)
{
    private TimingForm? Typed => Page.WrongIn == Subscription.Id ? Page.Typed : null;

    public string Frequency => Typed?.Frequency ?? Subscription.Timing.Frequency.ToString();

    public string Hour => Typed?.Hour ?? Subscription.Timing.Hour.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string PausedUntil => Typed is { } typed ? typed.PausedUntil ?? "" : Subscription.Timing.PausedUntil is { } day && Subscription.Timing.IsPaused(Page.Frame.Clock.Today) ? Pages.Words.Machine(day) : "";

    public string Words => Typed?.Words ?? Subscription.Search.Words;

    public string MostShown => Typed?.MostShown ?? Subscription.MostShown.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public bool IsOn(Weekdays day) => Typed is { } typed ? typed.Weekdays.Contains(day.ToString())
        : Subscription.Timing.Weekdays == Weekdays.None || (Subscription.Timing.Weekdays & day) != Weekdays.None;

    public static IReadOnlyList<Weekdays> Days { get; } = [.. Enum.GetValues<Weekdays>().Where(day => day is not (Weekdays.None or Weekdays.All))];
}
