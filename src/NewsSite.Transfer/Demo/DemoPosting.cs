using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>A job of the demo paper as its file describes it.</summary>
internal sealed partial record DemoPosting
{
    private static readonly string[] Keys =
    [
        "title", "employer", "category", "language", "places", "contract", "hours", "remote", "countries", "salary",
        "age", "closes", "top", "apply", "reference", "starts", "languages",
    ];

    public required MarkdownFile File { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Employer { get; init; }
    public required string Category { get; init; }
    public required Language Language { get; init; }
    public required IReadOnlyList<(string PostalCode, string Town)> Places { get; init; }
    public required Contract Contract { get; init; }
    public required Hours Hours { get; init; }
    public required Workplace Workplace { get; init; }

    /// <summary>ISO 3166.</summary>
    public required IReadOnlyList<string> Countries { get; init; }
    public required Salary? Salary { get; init; }

    /// <summary>How long before the first start it was published.</summary>
    public required TimeSpan Age { get; init; }

    /// <summary>How long after the first start it closes, at the end of that day.</summary>
    public required TimeSpan Closes { get; init; }
    public required bool IsTop { get; init; }
    public required string ApplyMail { get; init; }
    public required string ApplyUrl { get; init; }
    public required string Reference { get; init; }
    public required TimeSpan? Starts { get; init; }
    public required IReadOnlyList<string> LanguagesAsked { get; init; }

    public static DemoPosting Read(string name)
    {
        var file = DemoFiles.Markdown(name);
        var front = file.Front;
        front.Allow(Keys);
        var (applyMail, applyUrl) = Apply(front);
        return new DemoPosting
        {
            File = file,
            Slug = Path.GetFileNameWithoutExtension(name),
            Title = front.Need("title"),
            Employer = front.Need("employer"),
            Category = front.Need("category"),
            Language = Language.Find(front.Need("language")) ?? throw front.Problem("language", "must be en, nl or fr"),
            Places = [.. front.List("places", ';').Select(place => Place(front, place))],
            Contract = Named<Contract>(front, "contract"),
            Hours = Named<Hours>(front, "hours"),
            Workplace = Named<Workplace>(front, "remote"),
            Countries = front.List("countries"),
            Salary = Pay(front),
            Age = DemoSpan.Need(front, "age"),
            Closes = DemoSpan.Need(front, "closes"),
            IsTop = front.Find("top") switch { null or "no" => false, "yes" => true, _ => throw front.Problem("top", "must be yes or no") },
            ApplyMail = applyMail,
            ApplyUrl = applyUrl,
            Reference = front.Find("reference") ?? "",
            Starts = DemoSpan.Find(front, "starts"),
            LanguagesAsked = front.List("languages"),
        };
    }

    /// <summary>A value such as "full-time" for FullTime.</summary>
    private static T Named<T>(FrontMatter front, string key)
        where T : struct, Enum
    {
        var text = front.Need(key);
        return Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw front.Problem(key, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}");
    }

    private static (string PostalCode, string Town) Place(FrontMatter front, string text) =>
        PlaceForm().Match(text) is { Success: true } place
            ? (place.Groups[1].Value, place.Groups[2].Value)
            : throw front.Problem("places", $"'{text}' is not a postal code and a town, such as '1050 Ixelles'");

    private static Salary? Pay(FrontMatter front)
    {
        if (front.Find("salary") is not { } text)
            return null;
        var form = SalaryForm().Match(text);
        if (!form.Success || !Enum.TryParse<PayPeriod>(form.Groups[4].Value, ignoreCase: true, out var period))
            throw front.Problem("salary", $"'{text}' is not a range such as '3900-5200 EUR month'");
        return new Salary(MinorUnits(form.Groups[1].Value), MinorUnits(form.Groups[2].Value), form.Groups[3].Value, period);
    }

    private static long MinorUnits(string amount) => (long)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100);

    private static (string Mail, string Url) Apply(FrontMatter front) => front.Need("apply").Split(' ') switch
    {
        ["mail", var mail] when mail.Contains('@', StringComparison.Ordinal) => (mail, ""),
        ["url", var url] when Platform.Html.Link.IsWeb(url) => ("", url),
        _ => throw front.Problem("apply", "must be 'mail' and a mail address, or 'url' and a web address"),
    };

    [GeneratedRegex(@"^(\d{4}) (\S.*)$")]
    private static partial Regex PlaceForm();

    [GeneratedRegex(@"^(\d+(?:\.\d\d)?)-(\d+(?:\.\d\d)?) ([A-Z]{3}) ([a-z]+)$")]
    private static partial Regex SalaryForm();
}
