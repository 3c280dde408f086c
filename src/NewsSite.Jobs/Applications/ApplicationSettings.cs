using System.ComponentModel.DataAnnotations;

namespace NewsSite.Jobs.Applications;

/// <summary>The section "Jobs:Applications" of the settings.</summary>
public sealed class ApplicationSettings
{
    /// <summary>Months after the last contact in which an application is kept; then it is erased, with a mail before.</summary>
    [Range(1, 120)]
    public int KeptMonths { get; set; } = 24;

    /// <summary>Days before the erasure on which the applicant is told.</summary>
    [Range(1, 60)]
    public int ToldDays { get; set; } = 14;

    /// <summary>Seconds that somebody needs at least to fill in a form; programs are quicker.</summary>
    [Range(0, 60)]
    public int LeastSeconds { get; set; } = 3;
}
