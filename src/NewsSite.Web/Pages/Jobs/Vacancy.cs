using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>A job as its page shows it: to readers, and to those who have written it and look before.</summary>
public sealed record Vacancy
{
    public required Posting Posting { get; init; }
    public required Frame Frame { get; init; }
    public bool IsOpen { get; init; } = true;

    /// <summary>When it ended, for an ended job.</summary>
    public DateTimeOffset EndedAt { get; init; }
    public IReadOnlyList<JobCard> SimilarJobs { get; init; } = [];

    /// <summary>Nobody can apply yet: the posting is not in the database, or readers do not see it.</summary>
    public bool IsPreview { get; init; }

    public Language Language => Frame.Language;
}
