using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Jobs.Postings;

namespace NewsSite.Jobs.Reports;

/// <summary>What a reader says is wrong with a job; stored by name.</summary>
public enum ReportReason
{
    /// <summary>Asks for money or data, or offers what is none.</summary>
    Scam,

    /// <summary>Taken, or never there.</summary>
    Dead,

    /// <summary>Shuts people out by gender, age, origin and so on.</summary>
    Discriminating,
    Other,
}

public enum ReportDecision
{
    TakenDown,
    Kept,
}

/// <summary>A notice about a job, as the Digital Services Act has it (articles 16 and 17): who sent it hears that it came, what was decided, and why.</summary>
public sealed class Report
{
    public const int MaxText = 3000;

    public long Id { get; private set; }
    public required long PostingId { get; init; }
    public Posting Posting { get; private set; } = null!;
    public required ReportReason Reason { get; init; }
    public required string Text { get; init; }

    /// <summary>Where the answer goes; empty: none is wanted.</summary>
    public required string Email { get; init; }

    /// <summary>Of the interface in which it was written.</summary>
    public required string Language { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    public ReportDecision? Decision { get; private set; }

    /// <summary>The reasons, as both sides were told.</summary>
    public string Statement { get; private set; } = "";
    public string DecidedByName { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }

    public void Decide(ReportDecision decision, string statement, string by, DateTimeOffset at) =>
        (Decision, Statement, DecidedByName, DecidedAt) = (decision, statement, by, at);
}

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("job_reports");
        builder.HasOne(report => report.Posting).WithMany().HasForeignKey(report => report.PostingId);
    }
}
