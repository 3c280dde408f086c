namespace NewsSite.Jobs;

/// <summary>The section "Jobs" of the settings.</summary>
public sealed class JobsSettings
{
    /// <summary>Whether every advert must say what it pays (Directive 2023/970 has applicants know it before they are met).</summary>
    public bool RequireSalary { get; set; } = true;
}
