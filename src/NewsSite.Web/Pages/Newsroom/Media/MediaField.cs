namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>A field of the form about a picture, with what is wrong with it and what somebody else has saved there meanwhile.</summary>
public sealed record MediaField(string Name, string Label)
{
    public string? Value { get; init; }

    /// <summary>Null: nobody else saved anything other there.</summary>
    public string? Saved { get; init; }
    public int MaxLength { get; init; }
    public bool IsLong { get; init; }

    /// <summary>Of the words in it.</summary>
    public string? Language { get; init; }
    public string Type { get; init; } = "text";
    public string Hint { get; init; } = "";

    public string Id => "media-" + Name.Replace('[', '-').TrimEnd(']');
}
