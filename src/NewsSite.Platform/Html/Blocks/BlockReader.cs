using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>Reads ProseMirror JSON into blocks and checks each node, mark and attribute against the schema on the way.</summary>
internal static class BlockReader
{
    private const string HalfCharacter = "holds half of a surrogate pair";

    private static readonly BlockSchema Schema = BlockSchema.Current;
    private static readonly Dictionary<string, object> NoAttributes = [];
    private static readonly SearchValues<char> Unsound = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(code => (char)code)
        .Where(character => (char.IsControl(character) && character is not ('\t' or '\n' or '\r')) || character is '\uFFFE' or '\uFFFF')]);

    public static Block Read(string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > Schema.MaxBytes)
            throw new BlockDocumentException("doc", $"is larger than {Schema.MaxBytes} bytes");
        if (HasHalfCharacter(json))
            throw new BlockDocumentException("doc", HalfCharacter);
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
            var root = Node(parsed.RootElement, new Place(null, "doc", -1), 0);
            return root.Type == "doc" ? root : throw new BlockDocumentException("doc", $"begins with a node '{root.Type}'; it must be 'doc'");
        }
        catch (JsonException unreadable)
        {
            throw new BlockDocumentException("doc", $"is not JSON (line {unreadable.LineNumber + 1}, byte {unreadable.BytePositionInLine + 1})");
        }
    }

    private static Block Node(JsonElement json, Place place, int depth)
    {
        if (depth > Schema.MaxDepth)
            throw place.Problem($"is nested more than {Schema.MaxDepth} deep");
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var named) || named.ValueKind != JsonValueKind.String)
            throw place.Problem("is not a node with a type");
        var type = TextOf(named, place);
        if (!Schema.Nodes.TryGetValue(type, out var rule))
            throw place.Problem($"'{type}' is not a known node");

        var node = new Block(type)
        {
            Attributes = Attributes(json, rule.Attributes, place),
            Content = Content(json, type, rule, place, depth),
            Text = type == "text" ? Text(json, place) : null,
            Marks = json.TryGetProperty("marks", out var marks) ? Marks(marks, place) : [],
        };
        if (node.Marks.Count > 0 && !Schema.Inline.Contains(type))
            throw place.Problem($"'{type}' cannot be marked");
        return node;
    }

    private static List<Block> Content(JsonElement json, string type, NodeRule rule, Place place, int depth)
    {
        var content = new List<Block>();
        if (json.TryGetProperty("content", out var children))
        {
            if (children.ValueKind != JsonValueKind.Array)
                throw place.Problem("has a content that is not a list");
            foreach (var child in children.EnumerateArray())
            {
                var below = new Place(place, "content", content.Count);
                var node = Node(child, below, depth + 1);
                if (!rule.Content.Contains(node.Type))
                    throw below.Problem($"'{node.Type}' may not stand in '{type}'");
                if (!rule.AllowsMarks && node.Marks.Count > 0)
                    throw below.Problem($"may not be marked in '{type}'");
                content.Add(node);
            }
        }
        return content.Count >= rule.MinContent ? content : throw place.Problem($"'{type}' must not be empty");
    }

    private static string Text(JsonElement json, Place place)
    {
        if (!json.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String || TextOf(text, place) is not { Length: > 0 } value)
            throw place.Problem("is a text node without text");
        return Sound(value, place);
    }

    private static List<Mark> Marks(JsonElement json, Place place)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw place.Problem("has marks that are not a list");
        var marks = new List<Mark>();
        foreach (var mark in json.EnumerateArray())
        {
            var below = new Place(place, "marks", marks.Count);
            if (mark.ValueKind != JsonValueKind.Object || !mark.TryGetProperty("type", out var named) || named.ValueKind != JsonValueKind.String)
                throw below.Problem("is not a mark with a type");
            var type = TextOf(named, below);
            if (!Schema.Marks.TryGetValue(type, out var rules))
                throw below.Problem($"'{type}' is not a known mark");
            if (marks.Exists(known => known.Type == type))
                throw below.Problem($"'{type}' marks the same text twice");
            marks.Add(new Mark(type, Attributes(mark, rules, below).GetValueOrDefault("href") as string));
        }
        return marks;
    }

    private static Dictionary<string, object> Attributes(JsonElement owner, IReadOnlyDictionary<string, AttributeRule> rules, Place place)
    {
        var given = owner.TryGetProperty("attrs", out var attributes);
        if (!given && rules.Count == 0)
            return NoAttributes;
        var values = new Dictionary<string, object>(rules.Count);
        if (given && attributes.ValueKind != JsonValueKind.Object)
            throw place.Problem("has attributes that are not an object");
        if (given)
        {
            foreach (var attribute in attributes.EnumerateObject().Where(attribute => attribute.Value.ValueKind != JsonValueKind.Null))
            {
                var name = NameOf(attribute, place);
                var below = new Place(place, "attrs." + name, -1);
                values[name] = rules.TryGetValue(name, out var rule)
                    ? Value(attribute.Value, rule, below)
                    : throw below.Problem("is not a known attribute");
            }
        }
        var missing = rules.FirstOrDefault(rule => rule.Value.Required && !values.ContainsKey(rule.Key)).Key;
        return missing is null ? values : throw place.Problem($"lacks the attribute '{missing}'");
    }

    private static object Value(JsonElement json, AttributeRule rule, Place place)
    {
        if (rule.Type == "integer")
        {
            return json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) && number >= rule.Min && number <= rule.Max
                ? number
                : throw place.Problem($"must be a whole number from {rule.Min} to {rule.Max}");
        }
        if (json.ValueKind != JsonValueKind.String)
            throw place.Problem("must be a text");
        var text = Sound(TextOf(json, place), place);
        if (text.Length > rule.Max)
            throw place.Problem($"is longer than {rule.Max} characters");
        if (rule.Type == "link" && !Link.IsAllowed(text, Schema.LinkSchemes))
            throw place.Problem($"must be an address with {string.Join(", ", Schema.LinkSchemes)}, or a path of this site");
        if (rule.Type == "web" && !Link.IsWeb(text))
            throw place.Problem("must be an address of the web, with http or https");
        return text;
    }

    /// <summary>The text itself; the parser throws only now where an escape such as \ud83d stands alone.</summary>
    private static string TextOf(JsonElement json, Place place)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw place.Problem(HalfCharacter);
        }
    }

    private static string NameOf(JsonProperty property, Place place)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw place.Problem(HalfCharacter);
        }
    }

    /// <summary>Control characters but tab and line end would break XML feeds and the database.</summary>
    private static string Sound(string text, Place place)
    {
        var found = text.AsSpan().IndexOfAny(Unsound);
        return found < 0 ? text : throw place.Problem($"holds the character U+{(int)text[found]:X4}, which no text may hold");
    }

    private static bool HasHalfCharacter(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }
        return false;
    }

    /// <summary>Where in the document the reader is; written out only when there is something to say.</summary>
    private sealed record Place(Place? Above, string Name, int Index)
    {
        public BlockDocumentException Problem(string problem) => new(ToString(), problem);

        public override string ToString() => (Above is null ? "" : Above + ".") + Name + (Index < 0 ? "" : $"[{Index}]");
    }
}
