namespace NewsSite.Web.Pages.Shared;

/// <summary>A search box.</summary>
/// <param name="Id">Of the input, unique on the page.</param>
public sealed record SearchForm(string Id, string Action)
{
    public string Value { get; init; } = "";
    public bool IsLarge { get; init; }

    /// <summary>It searches jobs, not the paper.</summary>
    public bool ForJobs { get; init; }
}
