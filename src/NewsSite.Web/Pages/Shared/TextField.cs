using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Shared;

/// <summary>One field of a form: label, hint, what is wrong with it, tied together for those who hear the page.</summary>
public sealed record TextField(string Name, string Label, string? Value = null)
{
    public string Type { get; init; } = "text";
    public string Hint { get; init; } = "";
    public int MaxLength { get; init; } = 200;
    public bool IsRequired { get; init; }

    /// <summary>What browsers and password managers fill in, as HTML names it.</summary>
    public string Autocomplete { get; init; } = "off";
    public string? InputMode { get; init; }
    public bool HasFocus { get; init; }

    /// <summary>More than one: an area that grows.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>The language of what is typed; null: that of the page.</summary>
    public Language? Language { get; init; }

    /// <summary>The field from whose text an address is made where this one stays empty.</summary>
    public string? SlugOf { get; init; }

    public string Id => "field-" + Name.Replace('.', '-');
}
