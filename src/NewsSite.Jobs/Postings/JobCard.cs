using System.Linq.Expressions;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Paging;

namespace NewsSite.Jobs.Postings;

/// <summary>What a list shows of a job.</summary>
public sealed record JobCard
{
    public required long Id { get; init; }
    public required string Language { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Employer { get; init; }
    public required string EmployerSlug { get; init; }
    public Rendition? Logo { get; init; }

    /// <summary>The category's slug.</summary>
    public required string? Category { get; init; }
    public required Contract? Contract { get; init; }
    public required Hours? Hours { get; init; }
    public required Workplace Workplace { get; init; }
    public required long? SalaryMin { get; init; }
    public required long? SalaryMax { get; init; }
    public required string SalaryCurrency { get; init; }
    public required PayPeriod? SalaryPeriod { get; init; }
    public required IReadOnlyList<string> Towns { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public required DateTimeOffset? ClosesAt { get; init; }
    public required DateTimeOffset? TopUntil { get; init; }

    public Salary? Salary => SalaryPeriod is { } period ? new Salary(SalaryMin, SalaryMax, SalaryCurrency, period) : null;

    public ListKey Key => new(PublishedAt, Id);

    public bool IsTopAt(DateTimeOffset now) => TopUntil > now;

    internal static readonly Expression<Func<Posting, JobCard>> Of = posting => new JobCard
    {
        Id = posting.Id,
        Language = posting.Language,
        Slug = posting.Slug,
        Title = posting.Title,
        Employer = posting.Employer.Name,
        EmployerSlug = posting.Employer.Slug,
        Logo = posting.Employer.Logo,
        Category = posting.Category!.Slug,
        Contract = posting.Contract,
        Hours = posting.Hours,
        Workplace = posting.Workplace,
        SalaryMin = posting.SalaryMin,
        SalaryMax = posting.SalaryMax,
        SalaryCurrency = posting.SalaryCurrency,
        SalaryPeriod = posting.SalaryPeriod,
        Towns = posting.Places.OrderBy(place => place.Id).Select(place => place.Town).ToList(),
        PublishedAt = posting.PublishedAt!.Value,
        ModifiedAt = posting.ModifiedAt,
        ClosesAt = posting.ClosesAt,
        TopUntil = posting.TopUntil,
    };
}
