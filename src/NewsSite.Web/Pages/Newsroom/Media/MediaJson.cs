namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>A picture as the editor's script knows it; the words in one language.</summary>
public sealed record MediaJson
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Alt { get; init; }
    public required string Caption { get; init; }
    public required string Credit { get; init; }
    public required string Src { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required MediaFocusJson Focus { get; init; }

    /// <summary>Why it should not be used.</summary>
    public string? Warning { get; init; }
}

/// <summary>In percent.</summary>
public sealed record MediaFocusJson(int X, int Y);

/// <summary>A page of pictures, and where the next one is.</summary>
public sealed record MediaPageJson(IReadOnlyList<MediaJson> Items, string? Next);

/// <summary>A picture whose sizes are to be made of the file at <paramref name="Src"/>.</summary>
public sealed record LackingJson(long Id, string Name, string Src);

/// <param name="Left">In all, with those that are listed.</param>
public sealed record LackingPageJson(IReadOnlyList<LackingJson> Items, int Left);
