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
    public static string FullDate(DateOnly date) => Written(date, "dddd d MMMM yyyy");

    /// <summary>22 November 2026.</summary>
    public static string Date(DateOnly date) => Written(date, "d MMMM yyyy");

    /// <summary>Sunday 22 November; with the year where it is not this one.</summary>
    public string Day(DateOnly date) => date.Year == clock.Today.Year ? Written(date, "dddd d MMMM") : FullDate(date);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at).DateTime);

    /// <summary>14:05.</summary>
    public string Time(DateTimeOffset at) => clock.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The time for today's, the date for older ones.</summary>
    public string When(DateTimeOffset at)
    {
        var day = DayOf(at);
        if (day == clock.Today)
            return Time(at);
        return day.Year == clock.Today.Year ? Written(day, "d MMMM") : Date(day);
    }

    /// <summary>Sunday 22 November, 14:05.</summary>
    public string DayAndTime(DateTimeOffset at) => texts["{0}, {1}", Day(DayOf(at)), Time(at)];

    public int MinutesToRead(ArticleCard card) => Math.Max(1, (card.Words + (WordsPerMinute / 2)) / WordsPerMinute);

    public string Posted(DateTimeOffset at) => (clock.Today.DayNumber - DayOf(at).DayNumber) switch
    {
        <= 0 => texts["today"],
        1 => texts["yesterday"],
        < 30 and var days => texts["{0} days ago", days],
        _ => texts["on {0}", Date(DayOf(at))],
    };

    /// <summary>€3,200–4,100 a month.</summary>
    public string Salary(Salary salary)
    {
        var amount = (salary.Min, salary.Max) switch
        {
            ({ } min, { } max) when min != max => Money($"{Number(min)}–{Number(max)}", salary.Currency),
            ({ } min, null) => texts["from {0}", Money(Number(min), salary.Currency)].Value,
            (null, { } max) => texts["up to {0}", Money(Number(max), salary.Currency)].Value,
            _ => Money(Number(salary.Min ?? 0), salary.Currency),
        };
        return salary.Period switch
        {
            PayPeriod.Hour => texts["{0} an hour", amount],
            PayPeriod.Day => texts["{0} a day", amount],
            PayPeriod.Week => texts["{0} a week", amount],
            PayPeriod.Month => texts["{0} a month", amount],
            _ => texts["{0} a year", amount],
        };
    }

    /// <summary>€235.95: always with cents, as bills have it.</summary>
    /// <param name="cents">Of a euro.</param>
    public static string Amount(long cents) => Money((cents / 100m).ToString("N2", Culture).Replace('\u202f', '\u00a0'), "EUR");

    /// <summary>November 2026.</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", Culture);

    /// <summary>4 km; under 10 with one decimal, because the place is a point and the town is not.</summary>
    public static string Kilometres(double kilometres) => Math.Round(kilometres, kilometres < 10 ? 1 : 0).ToString("0.#", Culture) + "\u00a0km";

    public string Contract(Contract contract) => texts["Contract." + contract];

    public string Hours(Hours hours) => texts["Hours." + hours];

    public string Workplace(Workplace workplace) => texts["Workplace." + workplace];

    /// <summary>Names of languages given as codes.</summary>
    public static string LanguageNames(string codes) =>
        string.Join(", ", codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOfLanguage));

    public static string CountryNames(string codes) =>
        string.Join(", ", codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOfCountry));

    /// <summary>French says "1er décembre"; the format of .NET has no ordinals.</summary>
    private static string Written(DateOnly date, string format) =>
        date.ToString(date.Day == 1 && Culture.TwoLetterISOLanguageName == Language.French.Code ? format.Replace("d MMMM", "'1er' MMMM", StringComparison.Ordinal) : format, Culture);

    /// <param name="amount">One number or a range, already written.</param>
    private static string Money(string amount, string currency)
    {
        var sign = currency switch { "EUR" => "€", "GBP" => "£", "USD" => "$", _ => currency };
        return Culture.TwoLetterISOLanguageName switch
        {
            var french when french == Language.French.Code => $"{amount}\u00a0{sign}",
            var dutch when dutch == Language.Dutch.Code => $"{sign}\u00a0{amount}",
            _ => sign.Length > 1 ? $"{sign}\u00a0{amount}" : sign + amount,
        };
    }

    /// <summary>French parts thousands by a narrow space that is too narrow in our letters.</summary>
    private static string Number(long minor) => (minor % 100 == 0 ? (minor / 100).ToString("N0", Culture) : (minor / 100m).ToString("N2", Culture))
        .Replace('\u202f', '\u00a0');

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
