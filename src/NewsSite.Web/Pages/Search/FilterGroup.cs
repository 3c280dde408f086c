namespace NewsSite.Web.Pages.Search;

/// <summary>One way to narrow down what was found.</summary>
/// <param name="Name">Of its form fields.</param>
public sealed record FilterGroup(string Name, string Label, IReadOnlyList<FilterOption> Options)
{
    /// <summary>How many options show before "more".</summary>
    private const int Shown = 7;

    /// <summary>One option at most: bands that lie within each other.</summary>
    public bool IsSingle { get; init; }

    /// <summary>What the single choice says where nothing is chosen.</summary>
    public string Any { get; init; } = "";

    /// <summary>It begins opened.</summary>
    public bool IsOpen { get; init; }

    public bool IsChosen => Options.Any(option => option.IsChosen);

    /// <summary>Chosen ones are never behind "more".</summary>
    public IEnumerable<FilterOption> First => Options.Count <= Shown + 1 ? Options : Options.Where((option, at) => at < Shown || option.IsChosen);

    public IEnumerable<FilterOption> Rest => Options.Except(First);
}

/// <param name="Value">As the query string says it.</param>
/// <param name="Count">What choosing it alone in its group would give.</param>
public sealed record FilterOption(string Value, string Label, int Count, bool IsChosen)
{
    /// <summary>The language of the label where it is not the page's.</summary>
    public string? Lang { get; init; }
}

/// <summary>A filter that is in force, and the address without it.</summary>
public sealed record FilterChip(string Label, string Without);

/// <summary>A link that shows the same another way.</summary>
public sealed record ChoiceLink(string Label, string Address, bool IsCurrent, int? Count = null);

/// <summary>What finds something where this search found nothing.</summary>
/// <param name="Count">How much; null: not counted.</param>
public sealed record Loosening(string Label, string Address, int? Count);

/// <summary>By what readers narrow down; facets are named so in small letters.</summary>
public enum Filter
{
    Section,
    Tag,
    Author,
    Language,
    Category,
    Place,
    Contract,
    Hours,
    Workplace,

    /// <summary>Languages that an employer asks for.</summary>
    Asked,
    Days,
    Pay,
}
