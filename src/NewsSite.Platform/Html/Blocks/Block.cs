namespace NewsSite.Platform.Html.Blocks;

/// <summary>A node of a block document, named as in ProseMirror and described by schema.json.</summary>
public sealed record Block(string Type)
{
    private static readonly Dictionary<string, object> None = [];

    /// <summary>Values are string or long.</summary>
    public IReadOnlyDictionary<string, object> Attributes { get; init; } = None;

    public IReadOnlyList<Block> Content { get; init; } = [];

    /// <summary>Only on nodes of type text.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public static Block Of(string type, params IReadOnlyList<Block> content) => new(type) { Content = content };

    public static Block TextOf(string text, params IReadOnlyList<Mark> marks) => new("text") { Text = text, Marks = marks };

    public static Block Paragraph(string text) => text.Length == 0 ? new Block("paragraph") : Of("paragraph", TextOf(text));

    /// <summary>The same node with one more attribute; an empty text is left out.</summary>
    public Block With(string attribute, object? value) => value is null or ""
        ? this
        : this with { Attributes = new Dictionary<string, object>(Attributes) { [attribute] = value } };

    public string? TextAttribute(string name) => Attributes.GetValueOrDefault(name) as string;

    public long? NumberAttribute(string name) => Attributes.GetValueOrDefault(name) as long?;

    /// <summary>This node and all below it, in reading order.</summary>
    public IEnumerable<Block> Walk()
    {
        yield return this;
        foreach (var below in Content.SelectMany(child => child.Walk()))
            yield return below;
    }
}

/// <summary>A mark on a text: bold, italic, link …; the address only on links.</summary>
public sealed record Mark(string Type, string? Href = null)
{
    public static readonly Mark Bold = new("bold");
    public static readonly Mark Italic = new("italic");

    public static Mark Link(string href) => new("link", href);
}
