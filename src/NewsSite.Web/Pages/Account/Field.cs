using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace NewsSite.Web.Pages.Account;

/// <summary>One field of a form: label, hint, what is wrong with it, tied together for those who hear the page.</summary>
public sealed record Field
{
    public required string Name { get; init; }
    public required string Label { get; init; }
    public string Type { get; init; } = "text";
    public string? Value { get; init; }

    /// <summary>What browsers and password managers fill in, as HTML names it.</summary>
    public string Autocomplete { get; init; } = "off";
    public string Hint { get; init; } = "";
    public string? InputMode { get; init; }
    public int MaxLength { get; init; } = 1000;
    public bool HasFocus { get; init; }

    public string Id => "field-" + Name;

    public static IEnumerable<string> Errors(ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) ? entry.Errors.Select(error => error.ErrorMessage) : [];
}
