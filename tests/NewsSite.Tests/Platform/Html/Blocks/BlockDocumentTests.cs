using System.Text;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Platform.Html.Blocks;

public sealed class BlockDocumentTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_the_schema_allows_is_read_as_it_was_written(int seed)
    {
        var root = new GeneratedBlocks(seed).Document();

        var document = BlockDocument.Of(root.Content);

        Assert.Equal(BlockJson.Write(root), document.ToJson());
        Assert.Equal(document.ToJson(), BlockDocument.Parse(document.ToJson()).ToJson());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_stored_has_the_same_words_before_and_after_its_blocks_are_read(int seed)
    {
        var document = BlockDocument.Of(new GeneratedBlocks(seed).Document().Content);
        var stored = BlockDocument.Stored(document.ToJson());

        Assert.Equal(document.PlainText(), stored.PlainText());
        Assert.Equal(document.ToJson(), stored.ToJson());
        Assert.Equal(document.PlainText(), stored.PlainText());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_wrong_thing_anywhere_and_the_whole_document_is_refused(int seed)
    {
        var random = new Random(seed);
        var root = new GeneratedBlocks(seed).Document();
        var places = root.Walk().Skip(1).ToList();
        if (places.Count == 0)
            return;
        var victim = places[random.Next(places.Count)];
        var wrong = (seed % 4) switch
        {
            0 => victim with { Type = "iframe" },
            1 => victim with { Attributes = new Dictionary<string, object>(victim.Attributes) { ["onclick"] = "alert(1)" } },
            2 => victim with { Content = [.. victim.Content, Block.Of("doc")] },
            _ => victim with { Marks = [Mark.Link("javascript:alert(1)")] },
        };

        Assert.Throws<BlockDocumentException>(() => BlockDocument.Of(Replaced(root, victim, wrong).Content));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("<p>x</p>")]
    [InlineData("{\"type\":\"doc\"} trailing")]
    [InlineData("// comment\n{\"type\":\"doc\"}")]
    public void What_is_not_json_is_refused_by_line_and_byte(string text) =>
        Assert.Matches("^doc: is not JSON \\(line \\d+, byte \\d+\\)$", Assert.Throws<BlockDocumentException>(() => BlockDocument.Parse(text)).Message);

    [Theory]
    [InlineData("{\"type\":\"\\ud83d\"}")]
    [InlineData("{\"type\":\"doc\",\"attrs\":{\"\\udc00\":1}}")]
    [InlineData("{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"x\",\"marks\":[{\"type\":\"\\ud83d\"}]}]}]}")]
    public void Half_a_character_is_refused_wherever_it_stands(string json) =>
        Assert.Contains("half of a surrogate pair", Assert.Throws<BlockDocumentException>(() => BlockDocument.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused_also_unescaped() =>
        Assert.Throws<BlockDocumentException>(() => BlockDocument.Parse("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"!"}]}]}""".Replace('!', '\ud83d')));

    [Fact]
    public void A_bomb_of_brackets_is_refused() =>
        Assert.Throws<BlockDocumentException>(() => BlockDocument.Parse(string.Concat(Enumerable.Repeat("{\"type\":\"doc\",\"content\":[", 40_000))));

    [Fact]
    public void The_size_is_limited_in_bytes_not_in_letters()
    {
        var limit = BlockSchema.Current.MaxBytes;
        var frame = Encoding.UTF8.GetByteCount(BlockDocument.Of([Block.Paragraph("é")]).ToJson()) - 2;
        var full = BlockDocument.Of([Block.Paragraph(new string('é', (limit - frame) / 2))]);

        Assert.InRange(Encoding.UTF8.GetByteCount(full.ToJson()), limit - 1, limit);
        Assert.Throws<BlockDocumentException>(() => BlockDocument.Of([Block.Paragraph(new string('é', ((limit - frame) / 2) + 1))]));
    }

    [Fact]
    public void Of_two_keys_alike_the_last_one_counts_as_in_JavaScript() =>
        Assert.Equal("paragraph", BlockDocument.Parse("""{"type":"doc","content":[{"type":"heading","type":"paragraph"}]}""").Root.Content[0].Type);

    [Fact]
    public void Plain_text_keeps_the_words_and_the_order_of_reading()
    {
        var document = BlockDocument.Of(
        [
            Block.Of("heading", Block.TextOf("Title")).With("level", 2L),
            Block.Of("paragraph", Block.TextOf("One "), Block.TextOf("two", Mark.Bold), new Block("hardBreak"), Block.TextOf("three")),
            Block.Of("bulletList", Block.Of("listItem", Block.Paragraph("four")), Block.Of("listItem", Block.Paragraph("five"))),
        ]);

        Assert.Equal("Title\nOne two three\nfour\nfive", document.PlainText());
        Assert.Equal(6, document.WordCount());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("one", 1)]
    [InlineData("It's a well-known fact – that’s it", 6)]
    [InlineData("1,000 trees", 3)]
    [InlineData("... -- !", 0)]
    public void Words_are_counted_as_people_count_them(string text, int words) =>
        Assert.Equal(words, BlockDocument.Of([Block.Paragraph(text)]).WordCount());

    [Fact]
    public void Pictures_are_listed_once_each_also_those_in_galleries()
    {
        var picture = (long id) => new Block("picture").With("media", id);

        Assert.Equal([3, 1], BlockDocument.Of([picture(3), Block.Of("gallery", picture(1), picture(3))]).Pictures());
    }

    private static Block Replaced(Block node, Block victim, Block by) =>
        ReferenceEquals(node, victim) ? by : node with { Content = [.. node.Content.Select(child => Replaced(child, victim, by))] };
}
