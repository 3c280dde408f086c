namespace NewsSite.Web.Pages.Shared;

/// <summary>A search box on any page.</summary>
/// <param name="Id">Of the input, unique on the page.</param>
public sealed record SearchForm(string Id, string Action)
{
    public bool IsLarge { get; init; }
}
