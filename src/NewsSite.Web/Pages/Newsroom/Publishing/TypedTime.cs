using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Platform.Site;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Publishing;

/// <summary>
/// A date and a time as an editor types them, by the clocks of the paper's place. In spring there are times that no clock shows:
/// they are refused, with the next one that is shown. In autumn an hour comes twice: then one says which.
/// </summary>
public sealed class TypedTime
{
    private const string First = "first";
    private const string Second = "second";

    private const int MaxYears = 10;

    public string? Date { get; set; }

    public string? Time { get; set; }

    /// <summary>For a time that comes twice: "first" or "second".</summary>
    public string? Which { get; set; }

    /// <summary>The two instants, where the time comes twice.</summary>
    public IReadOnlyList<DateTimeOffset> Choices { get; private set; } = [];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Time);

    public bool IsSecond => Which == Second;

    public static TypedTime Of(DateTimeOffset? at, PaperClock clock)
    {
        if (at is not { } instant)
            return new TypedTime();
        var local = clock.Local(instant).DateTime;
        var instants = WallTime.Instants(clock.Zone, local);
        return new TypedTime
        {
            Date = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = local.ToString("HH:mm", CultureInfo.InvariantCulture),
            Which = instants.Count < 2 ? null : instants[0] == instant ? First : Second,
            Choices = instants.Count < 2 ? [] : instants,
        };
    }

    /// <summary>The instant, or what is wrong in words for whoever typed it.</summary>
    public (DateTimeOffset? At, string Wrong) Read(PaperClock clock, IStringLocalizer<Interface> texts)
    {
        if (!DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !TimeOnly.TryParseExact(Time?.Trim(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return (null, texts["Give a date and a time, such as 18:00."]);
        if (date < clock.Today.AddDays(-1) || date > clock.Today.AddYears(MaxYears))
            return (null, texts["Give a date from today on, within ten years."]);
        var shown = date.ToDateTime(new TimeOnly(time.Hour, time.Minute));
        var instants = WallTime.Instants(clock.Zone, shown);
        if (instants.Count == 0)
        {
            return (null, texts["In that night the clocks go forward: {0} does not exist. The next time is {1}.",
                shown.ToString("HH:mm", CultureInfo.InvariantCulture), WallTime.NextShown(clock.Zone, shown).ToString("HH:mm", CultureInfo.InvariantCulture)]);
        }
        if (instants.Count == 1)
            return (instants[0], "");
        Choices = instants;
        return Which switch
        {
            First => (instants[0], ""),
            Second => (instants[1], ""),
            _ => (null, texts["In that night the clocks go back: {0} comes twice. Say which.", shown.ToString("HH:mm", CultureInfo.InvariantCulture)]),
        };
    }
}

/// <summary>How the two fields of a time stand in a form.</summary>
/// <param name="Name">The prefix of the fields' names.</param>
/// <param name="DateLabel">The label of the date.</param>
public sealed record TimeRow(string Name, string DateLabel, TypedTime Value);
