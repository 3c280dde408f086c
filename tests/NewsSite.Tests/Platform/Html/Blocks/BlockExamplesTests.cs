using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Platform.Html.Blocks;

/// <summary>The examples lie as JSON beside this class: the editor's own tests read the same files.</summary>
public sealed class BlockExamplesTests
{
    public static TheoryData<string> Valid => Names("valid");

    public static TheoryData<string> Invalid => Names("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_document_is_accepted_and_written_as_it_was_read(string name)
    {
        var given = Read(name)["document"]!;

        var document = BlockDocument.Parse(given.ToJsonString());

        Assert.True(JsonNode.DeepEquals(WithoutNulls(given), JsonNode.Parse(document.ToJson())), document.ToJson());
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_document_is_refused_and_its_place_is_named(string name)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder("invalid"), name + ".json")));

        var refusal = Assert.Throws<BlockDocumentException>(() => BlockDocument.Parse(example.RootElement.GetProperty("document").GetRawText()));

        Assert.Equal(example.RootElement.GetProperty("place").GetString(), refusal.Place);
        Assert.StartsWith(refusal.Place + ": ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_node_and_mark_of_the_schema_has_an_example()
    {
        var shown = Valid.SelectMany(row => BlockDocument.Parse(Read(row.Data)["document"]!.ToJsonString()).Root.Walk()).ToList();

        Assert.Empty(BlockSchema.Current.Nodes.Keys.Except(shown.Select(block => block.Type)));
        Assert.Empty(BlockSchema.Current.Marks.Keys.Except(shown.SelectMany(block => block.Marks).Select(mark => mark.Type)));
    }

    private static TheoryData<string> Names(string kind) =>
        [.. Directory.EnumerateFiles(Folder(kind), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static JsonObject Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder("valid"), name + ".json")))!.AsObject();

    /// <summary>Attributes that are null are as good as absent.</summary>
    private static JsonNode WithoutNulls(JsonNode node)
    {
        var copy = node.DeepClone();
        foreach (var attributes in Objects(copy).Select(owner => owner["attrs"]).OfType<JsonObject>().ToList())
        {
            foreach (var name in attributes.Where(attribute => attribute.Value is null).Select(attribute => attribute.Key).ToList())
                attributes.Remove(name);
            if (attributes.Count == 0)
                attributes.Parent!.AsObject().Remove("attrs");
        }
        return copy;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject owner => owner.Select(property => property.Value).SelectMany(Objects).Prepend(owner),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static string Folder(string kind) =>
        Repository.PathOf("tests", "NewsSite.Tests", "Platform", "Html", "Blocks", "examples", kind);
}
