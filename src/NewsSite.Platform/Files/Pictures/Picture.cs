namespace NewsSite.Platform.Files.Pictures;

/// <summary>A picture as a page shows it: the same picture in several sizes, with its words.</summary>
public sealed record Picture
{
    /// <summary>From the smallest to the largest; empty while the file is still awaited.</summary>
    public required IReadOnlyList<Rendition> Renditions { get; init; }

    public string Alt { get; init; } = "";
    public string Caption { get; init; } = "";
    public string Credit { get; init; } = "";
    public Focus Focus { get; init; } = Focus.Centre;

    public Rendition Largest => Renditions[^1];

    /// <summary>The smallest rendition at least that wide, else the largest.</summary>
    public Rendition AtLeast(int width) => Renditions.FirstOrDefault(rendition => rendition.Width >= width) ?? Largest;
}

/// <summary>One size of a picture.</summary>
/// <param name="File">The name in the file store.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record Rendition(string File, int Width, int Height)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string Address => "/media/" + File;
}
