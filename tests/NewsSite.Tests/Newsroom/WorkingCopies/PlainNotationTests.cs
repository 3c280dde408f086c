using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Newsroom.WorkingCopies;

public sealed class PlainNotationTests
{
    [Fact]
    public void A_text_of_paragraphs_subheads_and_lists_comes_back_as_it_was()
    {
        const string Text = """
            The **tram** runs *again*, says [the **city**](https://city.example/a?b=1).
            On a line of its own.

            ## Why now

            - Rails
            - Wires & *posts*

            3. Third
            4. Fourth

            \- no list, \## no subhead
            """;

        var body = PlainNotation.Read(Text);

        Assert.Equal(["paragraph", "heading", "bulletList", "orderedList", "paragraph"], body.Root.Content.Select(block => block.Type));
        Assert.Equal(Text.ReplaceLineEndings("\n").Replace(@"\## no", "## no", StringComparison.Ordinal), PlainNotation.Of(body));
        Assert.Equal(new Mark("link", "https://city.example/a?b=1"), body.Root.Content[0].Content[5].Marks[0]);
    }

    [Theory]
    [InlineData("a * b ** c [d] (e) \\ \\\\")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("**not closed")]
    [InlineData("***")]
    [InlineData("[](https://x.example)")]
    [InlineData("1. one\nno number")]
    [InlineData("<b>&amp;")]
    [InlineData("# One sign")]
    public void What_says_nothing_stays_text_and_is_not_lost(string typed)
    {
        var body = PlainNotation.Read(typed);

        var again = PlainNotation.Read(PlainNotation.Of(body)!);
        Assert.Equal(body.ToJson(), again.ToJson());
        Assert.All(body.Root.Walk(), block => Assert.Empty(block.Marks));
    }

    [Fact]
    public void A_body_that_holds_more_has_no_plain_text()
    {
        foreach (var block in new[]
        {
            new Block("picture").With("media", 3L),
            new Block("horizontalRule"),
            new Block("relatedArticle").With("article", 3L),
            Block.Of("paragraph", Block.TextOf("struck", new Mark("strike"))),
            Block.Of("blockquote", Block.Paragraph("Said")),
            Block.Of("bulletList", Block.Of("listItem", Block.Paragraph("One"), Block.Paragraph("Two"))),
        })
            Assert.Null(PlainNotation.Of(BlockDocument.Of([Block.Paragraph("Words"), block])));
        Assert.Equal("", PlainNotation.Of(BlockDocument.Empty));
    }

    [Fact]
    public void Whatever_is_typed_says_a_sound_body_that_comes_back()
    {
        var random = new Random(12);
        const string Signs = "ab *[]()\\#-1. \n\n&<\t\0\uD83D";
        for (var round = 0; round < 3000; round++)
        {
            var body = PlainNotation.Read(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Signs[random.Next(Signs.Length)])));
            if (PlainNotation.Of(body) is { } text)
                Assert.Equal(PlainNotation.Of(PlainNotation.Read(text)), text);
        }
    }
}
