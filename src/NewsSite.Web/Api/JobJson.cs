using System.Text.Json.Serialization;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Api;

/// <summary>A page of open jobs, newest first.</summary>
public sealed record JobPage
{
    public required IReadOnlyList<JobSummary> Items { get; init; }

    /// <summary>The address of the page with older jobs; null on the last page.</summary>
    public required string? Next { get; init; }
}

/// <summary>What a list tells of an open job.</summary>
public record JobSummary
{
    /// <summary>Never changes and is never given again.</summary>
    public required long Id { get; init; }

    /// <summary>The address for readers.</summary>
    public required string Url { get; init; }

    /// <summary>The language of the advert: en, nl or fr.</summary>
    public required string Language { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }
    public required NamedJson Employer { get; init; }

    /// <summary>The category's slug, which the filter takes; null where the job has none.</summary>
    public required string? Category { get; init; }
    public required Contract? Contract { get; init; }
    public required Hours? Hours { get; init; }
    public required Workplace Workplace { get; init; }

    /// <summary>The towns where the work is done, as the employer writes them.</summary>
    public required IReadOnlyList<string> Towns { get; init; }

    /// <summary>Gross; null where the employer gives none.</summary>
    public required SalaryJson? Salary { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>It is open until then; null: until it is closed.</summary>
    public required DateTimeOffset? ClosesAt { get; init; }
}

/// <summary>An open job whole.</summary>
public sealed record JobDetail : JobSummary
{
    /// <summary>The advert as HTML with absolute addresses.</summary>
    [JsonPropertyOrder(1)]
    public required string DescriptionHtml { get; init; }
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<PlaceJson> Places { get; init; }

    /// <summary>For fully remote work: where someone may live, as ISO 3166 codes.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>Codes of the languages that are asked for.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<string> LanguagesAsked { get; init; }
    [JsonPropertyOrder(1)]
    public required DateOnly? StartsOn { get; init; }

    /// <summary>The employer's own number for it; may be empty.</summary>
    [JsonPropertyOrder(1)]
    public required string Reference { get; init; }
}

/// <param name="Town">As the employer writes it.</param>
/// <param name="PostalCode">May be empty.</param>
/// <param name="Country">ISO 3166.</param>
public sealed record PlaceJson(string Town, string PostalCode, string Country);

/// <summary>A pay range.</summary>
/// <param name="Min">Null: only a maximum is given.</param>
/// <param name="Max">Null: only a minimum is given.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period">What the amounts are paid for.</param>
public sealed record SalaryJson(decimal? Min, decimal? Max, string Currency, PayPeriod Period);

/// <summary>Makes the API's jobs of the paper's.</summary>
internal sealed class JobJsonMaker(Addresses addresses, BodyText body)
{
    public JobSummary Summary(JobCard card)
    {
        var language = Language.OrDefault(card.Language);
        return new JobSummary
        {
            Id = card.Id,
            Url = addresses.Absolute(Addresses.Job(language, card)),
            Language = card.Language,
            Title = card.Title,
            Employer = Employer(card.EmployerSlug, card.Employer, language),
            Category = card.Category,
            Contract = card.Contract,
            Hours = card.Hours,
            Workplace = card.Workplace,
            Towns = card.Towns,
            Salary = Of(card.Salary),
            PublishedAt = card.PublishedAt,
            ModifiedAt = card.ModifiedAt,
            ClosesAt = card.ClosesAt,
        };
    }

    public JobDetail Detail(Posting posting)
    {
        var language = Language.OrDefault(posting.Language);
        return new JobDetail
        {
            Id = posting.Id,
            Url = addresses.Absolute(Addresses.CanonicalJob(posting)),
            Language = posting.Language,
            Title = posting.Title,
            Employer = Employer(posting.Employer.Slug, posting.Employer.Name, language),
            Category = posting.Category?.Slug,
            Contract = posting.Contract,
            Hours = posting.Hours,
            Workplace = posting.Workplace,
            Towns = [.. posting.Places.Select(place => place.Town)],
            Salary = Of(posting.Salary),
            PublishedAt = posting.PublishedAt!.Value,
            ModifiedAt = posting.ModifiedAt,
            ClosesAt = posting.ClosesAt,
            DescriptionHtml = body.Elsewhere(posting.Description, language),
            Places = [.. posting.Places.Select(place => new PlaceJson(place.Town, place.PostalCode, place.Country))],
            Countries = posting.Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            LanguagesAsked = posting.LanguagesAsked.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            StartsOn = posting.StartsOn,
            Reference = posting.Reference,
        };
    }

    private NamedJson Employer(string slug, string name, Language language) => new(slug, name, addresses.Absolute(Addresses.Employer(language, slug)));

    private static SalaryJson? Of(Salary? salary) =>
        salary is null ? null : new SalaryJson(salary.Min / 100m, salary.Max / 100m, salary.Currency, salary.Period);
}
