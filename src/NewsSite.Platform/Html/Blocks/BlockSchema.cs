using System.Text.Json;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>schema.json, read once: what a block document may hold. The editor reads the same file.</summary>
internal sealed class BlockSchema
{
    public static readonly BlockSchema Current = Load();

    public required int MaxBytes { get; init; }
    public required int MaxDepth { get; init; }
    public required IReadOnlyList<string> LinkSchemes { get; init; }

    /// <summary>The nodes that stand in a line: only these can be marked.</summary>
    public required IReadOnlySet<string> Inline { get; init; }
    public required IReadOnlyDictionary<string, NodeRule> Nodes { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, AttributeRule>> Marks { get; init; }

    private static BlockSchema Load()
    {
        using var stream = typeof(BlockSchema).Assembly.GetManifestResourceStream("schema.json")!;
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        var groups = root.GetProperty("groups").EnumerateObject().ToDictionary(group => group.Name, group => Strings(group.Value));
        return new BlockSchema
        {
            MaxBytes = root.GetProperty("limits").GetProperty("bytes").GetInt32(),
            MaxDepth = root.GetProperty("limits").GetProperty("depth").GetInt32(),
            LinkSchemes = Strings(root.GetProperty("links")),
            Inline = groups["inline"].ToHashSet(),
            Nodes = root.GetProperty("nodes").EnumerateObject().ToDictionary(node => node.Name, node => Node(node.Value, groups)),
            Marks = root.GetProperty("marks").EnumerateObject().ToDictionary(mark => mark.Name, mark => (IReadOnlyDictionary<string, AttributeRule>)Attributes(mark.Value)),
        };
    }

    private static NodeRule Node(JsonElement node, Dictionary<string, string[]> groups) => new()
    {
        Content = node.TryGetProperty("content", out var content)
            ? Strings(content).SelectMany(name => groups.TryGetValue(name, out var group) ? group : [name]).ToHashSet()
            : [],
        MinContent = node.TryGetProperty("min", out var min) ? min.GetInt32() : 0,
        Attributes = Attributes(node),
        AllowsMarks = !node.TryGetProperty("marks", out _),
    };

    private static Dictionary<string, AttributeRule> Attributes(JsonElement owner) =>
        owner.TryGetProperty("attrs", out var attributes)
            ? attributes.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => Attribute(attribute.Value))
            : [];

    private static AttributeRule Attribute(JsonElement rule) => new(
        rule.GetProperty("type").GetString()!,
        rule.TryGetProperty("min", out var min) ? min.GetInt64() : 0,
        rule.GetProperty("max").GetInt64(),
        rule.TryGetProperty("required", out var required) && required.GetBoolean());

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}

internal sealed class NodeRule
{
    public required IReadOnlySet<string> Content { get; init; }
    public required int MinContent { get; init; }
    public required IReadOnlyDictionary<string, AttributeRule> Attributes { get; init; }
    public required bool AllowsMarks { get; init; }
}

/// <param name="Type">integer, text, link or web (a link to a page of the web).</param>
/// <param name="Max">The largest integer, or the most characters.</param>
internal sealed record AttributeRule(string Type, long Min, long Max, bool Required);
