namespace NewsSite.Web.Pages.Search;

public enum SuggestionKind
{
    Section,
    Category,
    Tag,
    Company,
    Occupation,
    Place,
    Article,
    Job,
}

/// <summary>A thing with a name that may be what somebody is typing.</summary>
/// <param name="Address">Where choosing it leads; null: it is asked as words.</param>
public sealed record SuggestedName(SuggestionKind Kind, string Name, string? Address);
