using System.Globalization;
using NewsSite.Jobs.Postings;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A job in a list.</summary>
public sealed record JobItem(JobCard Card, Frame Frame)
{
    public int Level { get; init; } = 3;

    /// <summary>Says when it was posted and whether it is a Top job.</summary>
    public bool IsLong { get; init; }

    /// <summary>Words that the reader looked for.</summary>
    public string Marks { get; init; } = "";

    /// <inheritdoc cref="Teaser.Key"/>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"job {Frame.Language.Code} {Card.Id} {Level} {IsLong}");
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
