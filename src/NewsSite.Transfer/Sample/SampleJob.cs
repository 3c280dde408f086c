using NewsSite.Jobs.Postings;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.Transfer.Sample;

/// <summary>A made-up employer.</summary>
internal sealed record SampleEmployer(string Slug, string Name, string About, Language Language)
{
    public string Host => Slug + ".example";
}

/// <summary>A made-up job.</summary>
internal sealed record SampleJob
{
    /// <summary>The number of its employer.</summary>
    public required int Employer { get; init; }
    public required string Category { get; init; }
    public required Language Language { get; init; }
    public required string Title { get; init; }
    public required BlockDocument Description { get; init; }
    public required Contract Contract { get; init; }
    public required Hours Hours { get; init; }
    public required Workplace Workplace { get; init; }
    public required Salary Salary { get; init; }
    public required IReadOnlyList<(string PostalCode, string Town)> Places { get; init; }
    public required string LanguagesAsked { get; init; }
    public required string Reference { get; init; }
    public required bool AppliesByMail { get; init; }

    /// <summary>How long before now it was published.</summary>
    public required TimeSpan Age { get; init; }

    /// <summary>How long after now it closes; negative: it has ended.</summary>
    public required TimeSpan Closes { get; init; }
    public required bool IsTop { get; init; }

    /// <summary>In how many days from now the work begins.</summary>
    public required int? StartsInDays { get; init; }
}
