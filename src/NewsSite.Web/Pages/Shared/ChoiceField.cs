namespace NewsSite.Web.Pages.Shared;

/// <summary>One of several, in a list that opens; see <see cref="TextField"/>.</summary>
/// <param name="Options">What is sent, and what is read.</param>
public sealed record ChoiceField(string Name, string Label, string? Value, IReadOnlyList<(string Value, string Text)> Options)
{
    public string Hint { get; init; } = "";

    /// <summary>Stands first and sends nothing; null: one of the options is always chosen.</summary>
    public string? None { get; init; }

    public string Id => "field-" + Name.Replace('.', '-');
}
