namespace NewsSite.Web.Pages.Search;

/// <summary>Where a search is asked.</summary>
/// <param name="Path">Of the page, with its language.</param>
/// <param name="OnlyKind">The only kind that the page shows; null: all.</param>
public sealed record SearchList(string Path, string? OnlyKind);
