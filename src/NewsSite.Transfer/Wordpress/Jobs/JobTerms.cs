using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Jobs.Postings;
using NewsSite.Transfer.Wordpress.Export;

namespace NewsSite.Transfer.Wordpress.Jobs;

/// <summary>Reads what WP Job Manager keeps as free text: salary, places, kinds of contract.</summary>
internal static partial class JobTerms
{
    /// <summary>How the neighbours are written in three languages, by their ISO codes.</summary>
    private static readonly (string Code, string[] Names)[] Neighbours =
    [
        ("BE", ["Belgium", "België", "Belgique"]),
        ("NL", ["Netherlands", "The Netherlands", "Nederland", "Pays-Bas"]),
        ("FR", ["France", "Frankrijk"]),
        ("LU", ["Luxembourg", "Luxemburg"]),
        ("DE", ["Germany", "Duitsland", "Allemagne"]),
        ("GB", ["United Kingdom", "UK", "Verenigd Koninkrijk", "Royaume-Uni"]),
        ("IE", ["Ireland", "Ierland", "Irlande"]),
    ];

    private static readonly Dictionary<string, string> Countries = Neighbours
        .SelectMany(country => country.Names, (country, name) => (name, country.Code))
        .ToDictionary(pair => pair.name, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Anywhere = new(["anywhere", "remote", "overal", "partout", "worldwide"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The pay range; null where the amount cannot be read for sure, or it is not said for what time it is.</summary>
    public static Salary? Salary(WxrItem item)
    {
        var text = item.Field("_job_salary");
        if (Period(item.Field("_job_salary_unit")) is not { } period || Amount().Matches(text) is not { Count: 1 or 2 } amounts)
            return null;
        var values = amounts.Select(amount => Cents(amount.Groups["number"].Value, amount.Groups["thousand"].Success)).ToList();
        if (values.Exists(value => value is null or <= 0) || (values.Count == 2 && values[0] > values[1]))
            return null;
        var currency = item.Field("_job_salary_currency").Trim().ToUpperInvariant() is { Length: 3 } named && named.All(char.IsAsciiLetterUpper) ? named
            : text.Contains('$', StringComparison.Ordinal) ? "USD" : text.Contains('£', StringComparison.Ordinal) ? "GBP" : "EUR";
        return new Salary(values[0], values[^1], currency, period);
    }

    /// <summary>The places, with postal code and country where they are written; none for work from anywhere.</summary>
    public static IReadOnlyList<PostingPlace> Places(WxrItem item)
    {
        var location = item.Field("_job_location");
        if (item.Field("geolocation_city") is { Length: > 0 } city && !location.Contains(';', StringComparison.Ordinal))
        {
            var country = item.Field("geolocation_country_short").ToUpperInvariant();
            return [new PostingPlace { Town = Short(city), PostalCode = Short(item.Field("geolocation_postcode"), 12), Country = country.Length == 2 ? country : "BE" }];
        }
        return [.. location.Split([';', '/', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Place).OfType<PostingPlace>().Take(10)];
    }

    public static Contract? ContractOf(string type) => type switch
    {
        "freelance" or "contract" or "zelfstandige" or "independant" => Contract.Freelance,
        "internship" or "stage" or "intern" => Contract.Internship,
        "temporary" or "tijdelijk" or "temporaire" or "interim" or "cdd" => Contract.Temporary,
        "permanent" or "vast" or "cdi" or "onbepaalde-duur" => Contract.Permanent,
        "student" or "student-job" or "studentenjob" => Contract.Student,
        "volunteer" or "vrijwilliger" or "benevole" => Contract.Volunteer,
        _ => null,
    };

    public static Hours? HoursOf(string type) => type switch
    {
        "full-time" or "fulltime" or "voltijds" or "temps-plein" => Hours.FullTime,
        "part-time" or "parttime" or "deeltijds" or "temps-partiel" => Hours.PartTime,
        _ => null,
    };

    private static PayPeriod? Period(string unit) => unit.Trim().ToUpperInvariant() switch
    {
        "HOUR" => PayPeriod.Hour,
        "DAY" => PayPeriod.Day,
        "WEEK" => PayPeriod.Week,
        "MONTH" => PayPeriod.Month,
        "YEAR" => PayPeriod.Year,
        _ => null,
    };

    /// <summary>A separator before exactly three digits groups, before one or two it is the decimal sign, whichever of the two it is.</summary>
    private static long? Cents(string number, bool isThousands)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        var isDecimal = last >= 0 && number.Length - last - 1 is 1 or 2;
        var whole = new string([.. (isDecimal ? number[..last] : number).Where(char.IsAsciiDigit)]);
        var text = isDecimal ? $"{whole}.{number[(last + 1)..]}" : whole;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 100_000_000
            ? (long)(value * (isThousands ? 1000 : 1) * 100)
            : null;
    }

    private static PostingPlace? Place(string text)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var country = "BE";
        if (parts.Count > 0 && Countries.TryGetValue(parts[^1], out var code))
        {
            country = code;
            parts.RemoveAt(parts.Count - 1);
        }
        if (parts.Count == 0 || Anywhere.Contains(parts[0]))
            return null;
        var written = PostalCode().Match(parts[0]);
        var town = written.Success ? written.Groups["town"].Value : parts[0];
        return new PostingPlace { Town = Short(town), PostalCode = written.Groups["code"].Value, Country = country };
    }

    private static string Short(string text, int length = 120) => text.Length > length ? text[..length] : text;

    [GeneratedRegex(@"(?<number>\d{1,3}(?:[ .,\u00A0\u202F]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)\s*(?<thousand>[kK]\b)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:[A-Z]{1,2}-)?(?<code>\d{4,5})\s+(?<town>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PostalCode();
}
