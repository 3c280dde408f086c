using NewsSite.Platform.Html.Blocks;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Tests.Transfer.Markdown;

public sealed class MarkdownToBlocksTests
{
    private static readonly MarkdownReferences References = new()
    {
        Picture = key => key == "canal" ? 7 : null,
        Article = slug => slug switch { "known" => "/news/city/1/known", "later" => "", _ => null },
    };

    [Fact]
    public void Words_keep_their_marks_and_links()
    {
        var paragraph = Only("Plain **bold** *italic* `code` [out](https://example.com/a) [in](article:known).");

        Assert.Equal("paragraph", paragraph.Type);
        Assert.Equal("bold", Assert.Single(Node(paragraph, "bold").Marks).Type);
        Assert.Equal("italic", Assert.Single(Node(paragraph, "italic").Marks).Type);
        Assert.Equal("code", Assert.Single(Node(paragraph, "code").Marks).Type);
        Assert.Equal(Mark.Link("https://example.com/a"), Assert.Single(Node(paragraph, "out").Marks));
        Assert.Equal(Mark.Link("/news/city/1/known"), Assert.Single(Node(paragraph, "in").Marks));
    }

    [Fact]
    public void Wrapped_lines_become_one_text() => Assert.Equal("one two", Assert.Single(Only("one\ntwo").Content).Text);

    [Fact]
    public void A_link_to_an_article_without_an_address_keeps_its_words() =>
        Assert.Equal("to come", Assert.Single(Only("[to come](article:later)").Content).Text);

    [Fact]
    public void A_last_line_with_a_dash_says_who_is_quoted()
    {
        var quote = Only("> It rained.\n> All day.\n>\n> — Ada, meteorologist");

        Assert.Equal("Ada, meteorologist", quote.TextAttribute("attribution"));
        Assert.Equal("It rained. All day.", Assert.Single(Assert.Single(quote.Content).Content).Text);
    }

    [Fact]
    public void The_attribution_may_stand_in_the_quoted_paragraph()
    {
        var quote = Only("> It *rained*.\n> — Ada, of *The Post*");

        Assert.Equal("Ada, of The Post", quote.TextAttribute("attribution"));
        Assert.Equal(["It ", "rained", "."], Assert.Single(quote.Content).Content.Select(node => node.Text));
    }

    [Fact]
    public void A_picture_alone_becomes_a_picture()
    {
        var picture = Only("![A barge](canal \"Dawn\")");

        Assert.Equal(7, picture.NumberAttribute("media"));
        Assert.Equal("A barge", picture.TextAttribute("alt"));
        Assert.Equal("Dawn", picture.TextAttribute("caption"));
    }

    [Fact]
    public void Containers_become_their_blocks()
    {
        var blocks = All("::: pullquote\nShort.\n— Ada\n:::\n\n::: fact What it costs\nMuch.\n\n- a\n- b\n:::\n\n"
            + "::: gallery\n![](canal)\n![](canal)\n:::\n\n::: embed https://www.openstreetmap.org/#map=16/50.8/4.3\nA *map*\n:::");

        Assert.Equal(["pullQuote", "factBox", "gallery", "embed"], blocks.Select(block => block.Type));
        Assert.Equal("Ada", blocks[0].TextAttribute("attribution"));
        Assert.Equal("What it costs", blocks[1].TextAttribute("title"));
        Assert.Equal(["paragraph", "bulletList"], blocks[1].Content.Select(block => block.Type));
        Assert.Equal(2, blocks[2].Content.Count);
        Assert.Equal("https://www.openstreetmap.org/#map=16/50.8/4.3", blocks[3].TextAttribute("url"));
        Assert.Equal("A map", blocks[3].TextAttribute("caption"));
    }

    [Fact]
    public void A_table_keeps_its_heads_and_cells()
    {
        var table = Only("| Line | Trams |\n|---|---|\n| 4 | 5 |\n| 51 | |");

        Assert.Equal(["tableHeader", "tableHeader"], table.Content[0].Content.Select(cell => cell.Type));
        Assert.Equal(["tableCell", "tableCell"], table.Content[2].Content.Select(cell => cell.Type));
        Assert.Equal(3, table.Content.Count);
    }

    [Fact]
    public void Lists_rules_and_subheads_are_known()
    {
        var blocks = All("## Head\n\n3. three\n4. four\n\n---\n\n- a\n  - b");

        Assert.Equal(["heading", "orderedList", "horizontalRule", "bulletList"], blocks.Select(block => block.Type));
        Assert.Equal(2, blocks[0].NumberAttribute("level"));
        Assert.Equal(3, blocks[1].NumberAttribute("start"));
    }

    [Theory]
    [InlineData("One.\n\n# Title", 6, "subhead")]
    [InlineData("![x](nothing)", 4, "'nothing'")]
    [InlineData("See [this](article:nothing).", 4, "'nothing'")]
    [InlineData("Text with ![x](canal) in it", 4, "paragraph of its own")]
    [InlineData("One.\n\n<script>alert(1)</script>", 6, "HTML")]
    [InlineData("One <b>two</b>", 4, "HTML")]
    [InlineData("::: video x\n:::", 4, "'::: video'")]
    [InlineData("::: gallery\nwords\n:::", 5, "pictures only")]
    [InlineData("[x](javascript:alert(1))", 4, "must be an address")]
    public void What_cannot_be_taken_in_is_named_with_its_line(string body, int line, string problem)
    {
        var refused = Assert.Throws<MarkdownException>(() => All(body));

        Assert.Equal(line, refused.Line);
        Assert.StartsWith($"test.md, line {line}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    private static Block Node(Block paragraph, string text) => Assert.Single(paragraph.Content, node => node.Text == text);

    private static Block Only(string body) => Assert.Single(All(body));

    private static IReadOnlyList<Block> All(string body) =>
        new MarkdownToBlocks(References).Convert(MarkdownFile.Read("test.md", "---\ntitle: T\n---\n" + body)).Root.Content;
}
