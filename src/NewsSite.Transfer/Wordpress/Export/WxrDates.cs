using System.Globalization;
using NewsSite.Platform.Site;

namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>
/// The times of an item. WordPress writes 0000-00-00 as the GMT time of drafts and of some imports; then its local time counts,
/// read in this paper's time zone, else the time in the RSS.
/// </summary>
internal static class WxrDates
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    public static DateTimeOffset? Published(WxrItem item, PaperClock clock) =>
        Gmt(item.DateGmt) ?? Local(item.Date, clock) ?? Rss(item.PubDate);

    public static DateTimeOffset? Modified(WxrItem item, PaperClock clock) =>
        Gmt(item.ModifiedGmt) ?? Local(item.Modified, clock);

    /// <summary>The end of that day in the paper's time zone.</summary>
    public static DateTimeOffset? EndOfDay(string date, PaperClock clock) =>
        DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? At(day.AddDays(1).ToDateTime(TimeOnly.MinValue), clock)
            : null;

    private static DateTimeOffset? Gmt(string text) =>
        Parse(text) is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null;

    private static DateTimeOffset? Local(string text, PaperClock clock) =>
        Parse(text) is { } time ? At(time, clock) : null;

    private static DateTimeOffset At(DateTime local, PaperClock clock) =>
        new DateTimeOffset(local, clock.Zone.GetUtcOffset(local)).ToUniversalTime();

    private static DateTimeOffset? Rss(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1 ? time.ToUniversalTime() : null;

    private static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is > 1 and < 9999 ? time : null;
}
