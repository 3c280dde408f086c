using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages;

/// <summary>Times, dates, money and terms in the reader's language, in the paper's time zone.</summary>
public sealed class Words(IStringLocalizer<Interface> texts, PaperClock clock)
{
    /// <summary>Words read a minute, for the time that an article takes.</summary>
    private const int WordsPerMinute = 220;

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>For the datetime attribute: an instant in UTC.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Sunday 22 November 2026.</summary>
    public static string FullDate(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>22 November 2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>Sunday 22 November; with the year where it is not this one.</summary>
    public string Day(DateOnly date) => date.Year == clock.Today.Year ? date.ToString("dddd d MMMM", Culture) : FullDate(date);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at).DateTime);

    /// <summary>14:05.</summary>
    public string Time(DateTimeOffset at) => clock.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time for today's, the date for older ones.</summary>
    public string When(DateTimeOffset at)
    {
        var day = DayOf(at);
        if (day == clock.Today)
            return Time(at);
        return day.Year == clock.Today.Year ? day.ToString("d MMMM", Culture) : Date(day);
    }

    public string DayAndTime(DateTimeOffset at) => $"{Day(DayOf(at))}, {Time(at)}";

    public int MinutesToRead(ArticleCard card) => Math.Max(1, (card.Words + (WordsPerMinute / 2)) / WordsPerMinute);

    public string Posted(DateTimeOffset at) => (clock.Today.DayNumber - DayOf(at).DayNumber) switch
    {
        <= 0 => texts["today"],
        1 => texts["yesterday"],
        < 30 and var days => texts["{0} days ago", days],
        _ => Date(DayOf(at)),
    };

    public int DaysUntil(DateTimeOffset at) => DayOf(at).DayNumber - clock.Today.DayNumber;

    /// <summary>€3,200–4,100 a month.</summary>
    public string Salary(Salary salary)
    {
        var amount = (salary.Min, salary.Max) switch
        {
            ({ } min, { } max) when min != max => texts["{0}–{1}", Money(min, salary.Currency), Number(max)].Value,
            ({ } min, null) => texts["from {0}", Money(min, salary.Currency)].Value,
            (null, { } max) => texts["up to {0}", Money(max, salary.Currency)].Value,
            _ => Money(salary.Min ?? 0, salary.Currency),
        };
        return texts["{0} " + Per(salary.Period), amount];
    }

    public string Contract(Contract contract) => texts["Contract." + contract];

    public string Hours(Hours hours) => texts["Hours." + hours];

    public string Workplace(Workplace workplace) => texts["Workplace." + workplace];

    /// <summary>Names of languages given as codes.</summary>
    public static string LanguageNames(string codes) =>
        string.Join(", ", codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOfLanguage));

    public static string CountryNames(string codes) =>
        string.Join(", ", codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOfCountry));

    private static string Per(PayPeriod period) => period switch
    {
        PayPeriod.Hour => "an hour",
        PayPeriod.Day => "a day",
        PayPeriod.Week => "a week",
        PayPeriod.Month => "a month",
        _ => "a year",
    };

    private static string Money(long minor, string currency)
    {
        var number = Number(minor);
        var sign = currency switch { "EUR" => "€", "GBP" => "£", "USD" => "$", _ => currency + "\u00a0" };
        return Culture.TwoLetterISOLanguageName == Language.French.Code ? $"{number}\u00a0{sign.Trim('\u00a0')}"
            : Culture.TwoLetterISOLanguageName == Language.Dutch.Code ? $"{sign.Trim('\u00a0')}\u00a0{number}"
            : sign + number;
    }

    private static string Number(long minor) => minor % 100 == 0
        ? (minor / 100).ToString("N0", Culture)
        : (minor / 100m).ToString("N2", Culture);

    private static string NameOfLanguage(string code) => code switch
    {
        "en" or "nl" or "fr" or "de" or "es" or "it" or "pt" or "ar" or "tr" or "pl" or "ro" or "bg" or "uk" => CultureInfo.GetCultureInfo(code).DisplayName,
        _ => code,
    };

    private static string NameOfCountry(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return code; // No country's code: shown as it was written.
        }
    }
}
