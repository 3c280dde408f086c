namespace NewsSite.Tests.Transfer.Wordpress;

public sealed class HtmlToBlocksTests
{
    [Fact]
    public void In_classic_text_an_empty_line_ends_a_paragraph_and_a_line_end_is_a_break()
    {
        var converted = new Converted("One\nstill one\n\n<strong>Two</strong>\n\nThree");
        Assert.Equal(["paragraph", "paragraph", "paragraph"], converted.Types);
        Assert.Equal(["text", "hardBreak", "text"], converted.Blocks[0].Content.Select(node => node.Type));
    }

    [Fact]
    public void In_blocks_line_ends_are_only_white_space()
    {
        var converted = new Converted("<!-- wp:paragraph -->\n<p>One\nstill one</p>\n<!-- /wp:paragraph -->");
        Assert.Equal("One still one", Assert.Single(converted.Blocks).Content.Single().Text);
    }

    [Theory]
    [InlineData("h1", 2)]
    [InlineData("h2", 2)]
    [InlineData("h3", 3)]
    [InlineData("h5", 4)]
    [InlineData("h6", 4)]
    public void Headings_keep_the_levels_that_an_article_has(string element, long level) =>
        Assert.Equal(level, Assert.Single(new Converted($"<{element}>Head</{element}>").Blocks).NumberAttribute("level"));

    [Theory]
    [InlineData("https://old.example/2012/01/first/?x=1#y", "/2012/01/first/?x=1#y")]
    [InlineData("http://www.old.example/about", "/about")]
    [InlineData("/about", "/about")]
    [InlineData("https://elsewhere.example/a b", "https://elsewhere.example/a%20b")]
    [InlineData("mailto:desk@old.example", "mailto:desk@old.example")]
    [InlineData("https://old.example/wp-content/uploads/2013/03/plan.pdf", "https://old.example/wp-content/uploads/2013/03/plan.pdf")]
    public void Links_to_the_old_site_become_paths_of_this_one(string href, string expected) =>
        Assert.Equal([expected], new Converted($"<p><a href=\"{href}\">there</a></p>").Links);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("#part")]
    [InlineData("http://")]
    public void A_link_that_may_not_stand_keeps_its_text_and_is_noted(string href)
    {
        var converted = new Converted($"<p><a href=\"{href}\">there</a></p>");
        Assert.Empty(converted.Links);
        Assert.Equal("there", converted.Text);
        Assert.Contains(converted.Notes, note => note.StartsWith("Link:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src=\"https://old.example/wp-content/uploads/2013/03/cat-300x200.jpg\" alt=\"A cat\">")]
    [InlineData("<img class=\"wp-image-101\" src=\"https://cdn.example/x.jpg\" alt=\"A cat\">")]
    [InlineData("<img src=\"data:image/gif;base64,R0\" data-src=\"/wp-content/uploads/2013/03/cat.jpg\" alt=\"A cat\">")]
    [InlineData("<img srcset=\"https://old.example/wp-content/uploads/2013/03/cat-150x100.jpg 150w\" alt=\"A cat\">")]
    public void A_picture_is_found_by_any_of_its_addresses(string image)
    {
        var picture = Assert.Single(new Converted(image).Blocks);
        Assert.Equal(11, picture.NumberAttribute("media"));
        Assert.Equal("A cat", picture.TextAttribute("alt"));
    }

    [Fact]
    public void A_picture_from_elsewhere_becomes_a_link_with_its_words()
    {
        var converted = new Converted("<figure><img src=\"https://elsewhere.example/bird.jpg\" alt=\"A bird\"><figcaption>In flight</figcaption></figure>");
        Assert.Equal(["https://elsewhere.example/bird.jpg"], converted.Links);
        Assert.Equal("A bird\nIn flight", converted.Text);
    }

    [Fact]
    public void A_picture_in_a_sentence_does_not_tear_it()
    {
        var converted = new Converted("<p>Before <img src=\"/wp-content/uploads/2013/03/cat.jpg\"> after</p>");
        Assert.Equal(["paragraph", "picture"], converted.Types);
        Assert.Equal("Before after", converted.Text);
    }

    [Fact]
    public void Galleries_old_and_new_become_galleries()
    {
        const string Image = "<figure class=\"wp-block-image\"><img src=\"/wp-content/uploads/2013/03/{0}.jpg\"><figcaption>{0}!</figcaption></figure>";
        var html = $"<figure class=\"wp-block-gallery\">{string.Format(null, Image, "cat")}{string.Format(null, Image, "dog")}<figcaption>Pets</figcaption></figure>";
        var converted = new Converted(html);
        Assert.Equal(["gallery", "paragraph"], converted.Types);
        Assert.Equal(["cat!", "dog!"], converted.Blocks[0].Content.Select(picture => picture.TextAttribute("caption")));
        Assert.Equal("Pets", converted.Text);
    }

    [Fact]
    public void A_pull_quote_keeps_who_said_it()
    {
        var quote = Assert.Single(new Converted("<figure class=\"wp-block-pullquote\"><blockquote><p>Stay</p><cite>Ann</cite></blockquote></figure>").Blocks);
        Assert.Equal("pullQuote", quote.Type);
        Assert.Equal("Ann", quote.TextAttribute("attribution"));
    }

    [Fact]
    public void A_picture_in_a_list_cuts_the_list_and_the_numbers_go_on()
    {
        var converted = new Converted("<ol><li>One</li><li>Two<img src=\"/wp-content/uploads/2013/03/cat.jpg\"></li><li>Three</li></ol>");
        Assert.Equal(["orderedList", "picture", "orderedList"], converted.Types);
        Assert.Equal(3, converted.Blocks[2].NumberAttribute("start"));
    }

    [Fact]
    public void Deep_lists_are_laid_flat_without_losing_a_word()
    {
        var html = string.Concat(Enumerable.Range(1, 12).Select(level => $"<ul><li>level{level}"));
        var text = new Converted(html).Text;
        Assert.All(Enumerable.Range(1, 12), level => Assert.Contains("level" + level, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_keeps_head_caption_and_spans()
    {
        var table = Assert.Single(new Converted("<figure class=\"wp-block-table\"><table><thead><tr><th colspan=\"2\">A</th></tr></thead><tr><td>1</td><td></td></tr></table><figcaption>Cap</figcaption></figure>").Blocks);
        Assert.Equal("Cap", table.TextAttribute("caption"));
        Assert.Equal(2, table.Content[0].Content[0].NumberAttribute("colspan"));
        Assert.Equal("tableHeader", table.Content[0].Content[0].Type);
    }

    [Theory]
    [InlineData("Look:\n\nhttps://www.youtube.com/watch?v=SQEQr7c0-dw\n\nNice")]
    [InlineData("<p>Look:</p><p>https://www.youtube.com/watch?v=SQEQr7c0-dw</p><p>Nice</p>")]
    [InlineData("Look: <iframe src=\"https://www.youtube.com/watch?v=SQEQr7c0-dw\"></iframe> Nice")]
    [InlineData("<p>Look:</p><figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://www.youtube.com/watch?v=SQEQr7c0-dw\n</div></figure><p>Nice</p>")]
    [InlineData("Look: [embed]https://www.youtube.com/watch?v=SQEQr7c0-dw[/embed] Nice")]
    public void A_film_of_another_site_becomes_an_embed(string html)
    {
        var converted = new Converted(html);
        Assert.Equal(["paragraph", "embed", "paragraph"], converted.Types);
        Assert.Equal("https://www.youtube.com/watch?v=SQEQr7c0-dw", converted.Blocks[1].TextAttribute("url"));
    }

    [Fact]
    public void Scripts_and_styles_are_dropped_and_noted()
    {
        var converted = new Converted("<p>Hello</p><script>alert(1)</script><style>p{}</style>");
        Assert.Equal("Hello", converted.Text);
        Assert.Equal(["Element: <script> (dropped)", "Element: <style> (dropped)"], converted.Notes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_element_without_a_block_keeps_its_text_and_is_noted()
    {
        var converted = new Converted("<marquee>Round <blink>and</blink> round</marquee>");
        Assert.Equal("Round and round", converted.Text);
        Assert.Contains("Element: <marquee>", converted.Notes);
    }

    [Fact]
    public void Blocks_that_wordpress_fills_are_named()
    {
        var converted = new Converted("<!-- wp:latest-posts {\"postsToShow\":3} /--><!-- wp:navigation-link {\"label\":\"About us\",\"url\":\"https://old.example/about\"} /-->");
        Assert.Contains("Block: wp:latest-posts", converted.Notes);
        Assert.Equal("About us", converted.Text);
        Assert.Equal(["/about"], converted.Links);
    }

    [Fact]
    public void A_job_advert_shows_no_pictures()
    {
        var converted = new Converted("<p>Work here <img src=\"/wp-content/uploads/2013/03/cat.jpg\" alt=\"us\"></p>", withPictures: false);
        Assert.DoesNotContain("picture", converted.Document.Root.Walk().Select(block => block.Type));
        Assert.Contains("us", converted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_larger_than_an_article_may_be_is_cut_and_noted()
    {
        var converted = new Converted(string.Concat(Enumerable.Repeat("<p><b>wide</b> world</p>", 40_000)));
        Assert.True(converted.Document.ToJson().Length <= 1_048_576);
        Assert.Contains(converted.Notes, note => note.StartsWith("Length: text cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void Verse_keeps_its_lines_and_code_its_spaces()
    {
        var converted = new Converted("<pre class=\"wp-block-verse\">Two roads\ndiverged</pre><pre class=\"wp-block-code\"><code>a\n  b</code></pre>");
        Assert.Equal(["paragraph", "codeBlock"], converted.Types);
        Assert.Contains(converted.Blocks[0].Content, node => node.Type == "hardBreak");
        Assert.Equal("a\n  b", converted.Blocks[1].Content.Single().Text);
    }

    [Fact]
    public void Depth_beyond_all_measure_is_taken_as_text()
    {
        var converted = new Converted(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "deep");
        Assert.Equal("deep", converted.Text);
    }

    [Fact]
    public void Nothing_becomes_an_empty_document() => Assert.Empty(new Converted(" \n&nbsp;<p></p><ul><li></li></ul><table></table>").Blocks);
}
