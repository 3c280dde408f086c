namespace NewsSite.Web.Pages.Shared;

/// <summary>A text field under which a script shows suggestions; without script it is a text field.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Name">Of the form field.</param>
/// <param name="Box">Which suggestions: "paper", "jobs" or "place".</param>
public sealed record SuggestField(string Id, string Name, string Box)
{
    public string Value { get; init; } = "";
    /// <summary>The id of what is wrong with it; null: nothing is.</summary>
    public string? ErrorId { get; init; }
    public string Placeholder { get; init; } = "";

    /// <summary>Choosing fills the field in and sends nothing.</summary>
    public bool Stays { get; init; }
}
