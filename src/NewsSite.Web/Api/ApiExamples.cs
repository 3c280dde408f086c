using NewsSite.Jobs.Postings;

namespace NewsSite.Web.Api;

/// <summary>What answers look like, for the description.</summary>
internal static class ApiExamples
{
    private const string Site = "https://news.example";

    private static readonly DateTimeOffset Published = new(2026, 11, 18, 9, 30, 0, TimeSpan.Zero);

    public static readonly ArticlePage Articles = new()
    {
        Items =
        [
            new ArticleSummary
            {
                Id = 42,
                Url = Site + "/news/mobility/42/four-tram-lines-to-run-all-night",
                Language = "en",
                Title = "Four tram lines to run all night",
                Standfirst = "From spring, at weekends.",
                Section = Section,
                Authors = Authors,
                PublishedAt = Published,
                ModifiedAt = Published,
                Words = 640,
                Picture = Picture,
            },
        ],
        Next = Site + "/api/v1/articles?section=mobility&before=1763458200000000-42",
    };

    public static readonly ArticleDetail Article = new()
    {
        Id = 42,
        Url = Site + "/news/mobility/42/four-tram-lines-to-run-all-night",
        Language = "en",
        Title = "Four tram lines to run all night",
        Standfirst = "From spring, at weekends.",
        Section = Section,
        Authors = Authors,
        PublishedAt = Published,
        ModifiedAt = Published.AddHours(2),
        UpdatedAt = Published.AddHours(2),
        Words = 640,
        Picture = Picture,
        Tags = [new NamedJson("trams", "Trams", Site + "/tags/trams")],
        BodyHtml = "<p>The first night tram leaves at half past midnight.</p>",
        Translations = [new TranslationJson(43, "nl", Site + "/nl/news/mobility/43/vier-tramlijnen-rijden-de-hele-nacht")],
        Corrections = [new CorrectionJson(new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero), "An earlier version named the wrong stop.")],
    };

    public static readonly JobPage Jobs = new()
    {
        Items =
        [
            new JobSummary
            {
                Id = 7,
                Url = Site + "/jobs/7/data-analyst",
                Language = "en",
                Title = "Data analyst",
                Employer = Employer,
                Category = "it",
                Contract = Contract.Permanent,
                Hours = Hours.FullTime,
                Workplace = Workplace.Hybrid,
                Towns = ["Brussels"],
                Salary = Salary,
                PublishedAt = Published,
                ModifiedAt = Published,
                ClosesAt = Published.AddDays(30),
            },
        ],
        Next = null,
    };

    public static readonly JobDetail Job = new()
    {
        Id = 7,
        Url = Site + "/jobs/7/data-analyst",
        Language = "en",
        Title = "Data analyst",
        Employer = Employer,
        Category = "it",
        Contract = Contract.Permanent,
        Hours = Hours.FullTime,
        Workplace = Workplace.Hybrid,
        Towns = ["Brussels"],
        Salary = Salary,
        PublishedAt = Published,
        ModifiedAt = Published,
        ClosesAt = Published.AddDays(30),
        DescriptionHtml = "<p>You will count trams.</p>",
        Places = [new PlaceJson("Brussels", "1000", "BE")],
        Countries = [],
        LanguagesAsked = ["en", "fr"],
        StartsOn = new DateOnly(2027, 1, 4),
        Reference = "DA-1",
    };

    private static NamedJson Section => new("mobility", "Mobility", Site + "/news/mobility");

    private static IReadOnlyList<NamedJson> Authors => [new NamedJson("femke-roosens", "Femke Roosens", Site + "/authors/femke-roosens")];

    private static PictureJson Picture => new()
    {
        Url = Site + "/media/0de09314bc440e4bb87f8cc5b8e27d35.webp",
        Width = 1600,
        Height = 1067,
        Alt = "A tram at night",
        Credit = "Illustration: The Zenne Post",
    };

    private static NamedJson Employer => new("ledgerloom", "Ledgerloom", Site + "/employers/ledgerloom");

    private static SalaryJson Salary => new(3700, 4800, "EUR", PayPeriod.Month);
}
