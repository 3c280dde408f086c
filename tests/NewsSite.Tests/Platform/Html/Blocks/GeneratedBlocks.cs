using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Platform.Html.Blocks;

/// <summary>Makes documents that the schema allows, out of the schema itself, from a seed; every text is hostile.</summary>
internal sealed class GeneratedBlocks(int seed)
{
    public static readonly IReadOnlyList<string> HostileTexts =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</p></article><h1>Owned</h1>", "<!--", "-->", "]]>",
        "<![CDATA[x", "&lt;b&gt; & &amp;", "<svg/onload=alert(1)>", "javascript:alert(1)", "{{constructor}}", "</script><script>alert(1)</script>",
        "\u2028\u2029", "\u202Egnp.exe", "plain words", "`${alert(1)}`", "<a href=\"javascript:alert(1)\">x</a>", "é👩‍🚒", "</title></textarea></style>",
    ];

    private static readonly string[] HostileLinks =
    [
        "https://example.org/\"onclick=\"alert(1)", "https://example.org/'><script>alert(1)</script>", "/path\"><script>alert(1)</script>",
        "mailto:x@example.org?body=</a><script>alert(1)</script>", "https://example.org/?a=1&b=<2>", "tel:+32\"onfocus=alert(1)", "/",
    ];

    private readonly Random _random = new(seed);

    public Block Document() => Node("doc", 0);

    private Block Node(string type, int depth)
    {
        var rule = BlockSchema.Current.Nodes[type];
        var marked = depth < 0;
        return new Block(type)
        {
            Attributes = rule.Attributes.Where(attribute => attribute.Value.Required || _random.Next(2) == 0)
                .ToDictionary(attribute => attribute.Key, attribute => Value(attribute.Value)),
            Text = type == "text" ? OneOf(HostileTexts) : null,
            Marks = marked ? Marks() : [],
            Content = Content(rule, Math.Abs(depth)),
        };
    }

    private List<Block> Content(NodeRule rule, int depth)
    {
        var allowed = rule.Content.Where(type => Fits(type, BlockSchema.Current.MaxDepth - depth - 1)).ToList();
        if (allowed.Count == 0)
            return [];
        return [.. Enumerable.Range(0, Math.Max(rule.MinContent, _random.Next(4))).Select(_ => Child(rule, OneOf(allowed), depth + 1))];
    }

    /// <summary>A negative depth tells that this node may be marked.</summary>
    private Block Child(NodeRule rule, string type, int depth) =>
        Node(type, rule.AllowsMarks && BlockSchema.Current.Inline.Contains(type) ? -depth : depth);

    /// <summary>Whether a node can be made with so many levels below it.</summary>
    private static bool Fits(string type, int levels)
    {
        var rule = BlockSchema.Current.Nodes[type];
        return levels >= 0 && (rule.MinContent == 0 || rule.Content.Any(child => Fits(child, levels - 1)));
    }

    private List<Mark> Marks() =>
        [.. BlockSchema.Current.Marks.Keys.Where(_ => _random.Next(5) == 0).Select(type => type == "link" ? Mark.Link(OneOf(HostileLinks)) : new Mark(type))];

    private object Value(AttributeRule rule) => rule.Type switch
    {
        "integer" => _random.NextInt64(rule.Min, Math.Min(rule.Max, 1000) + 1),
        "link" => OneOf(HostileLinks),
        "web" => OneOf(HostileLinks.Where(link => link.StartsWith("https:", StringComparison.Ordinal)).ToList()),
        _ => OneOf(HostileTexts),
    };

    private T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
