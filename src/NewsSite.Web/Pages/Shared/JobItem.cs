using System.Globalization;
using NewsSite.Jobs.Postings;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A job in a list.</summary>
public sealed record JobItem(JobCard Card, Frame Frame)
{
    public int Level { get; init; } = 3;

    /// <summary>Says when it was posted and whether it is a Top job.</summary>
    public bool IsLong { get; init; }

    /// <inheritdoc cref="Teaser.Key"/>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"job {Frame.Language.Code} {Card.Id} {Level} {IsLong}");

    /// <summary>What the reader looked for stands out in them; null: the plain title, and nothing of the advert.</summary>
    public Marked? Title { get; init; }

    /// <inheritdoc cref="Title"/>
    public Marked? Passage { get; init; }

    /// <summary>From the place that was asked for; null: none was.</summary>
    public double? Kilometres { get; init; }
}

/// <summary>The block of Top jobs.</summary>
/// <param name="Section">The section whose fitting jobs come first; empty: none.</param>
public sealed record TopJobsBlock(TopJobsPage Page, Frame Frame, string Section)
{
    /// <summary>The address of another page of the block: of the whole page, for readers without script.</summary>
    public static string Turn(int page) => $"?jobs={page}#top-jobs";

    /// <summary>What this block looks like depends on these and the language alone, within one generation.</summary>
    public string Key => $"{Section} {Page.Page}";

    public string Fragment(int page) => Addresses.TopJobs(Frame.Language) + (Section.Length > 0 ? $"?page={page}&section={Section}" : $"?page={page}");
}
