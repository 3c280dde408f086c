using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Applications;

/// <summary>What somebody sends, looked at already.</summary>
public sealed record ApplyOrder
{
    public required long PostingId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public string Phone { get; init; } = "";
    public string Letter { get; init; } = "";
    public IReadOnlyList<ApplyAnswer> Answers { get; init; } = [];
    public CvFile? Cv { get; init; }

    /// <summary>Of the interface.</summary>
    public required Language Language { get; init; }
}

/// <summary>What became of it.</summary>
public enum ApplyOutcome
{
    /// <summary>It is stored, or one of the same address was before: only the mail says which, because whoever sends may be a stranger.</summary>
    Sent,

    /// <summary>The job takes no applications any more; nothing is stored.</summary>
    Closed,
}
