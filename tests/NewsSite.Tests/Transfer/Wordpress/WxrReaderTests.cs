using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;

namespace NewsSite.Tests.Transfer.Wordpress;

public sealed class WxrReaderTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("http://wordpress.org/export/1.0/")]
    [InlineData("http://wordpress.org/export/1.1/")]
    [InlineData("https://wordpress.org/export/1.2/")]
    public void Every_version_is_read(string version)
    {
        var item = Read(Export(version, """
            <item><title>Hello &amp; all</title><link>https://old.example/hello/</link><dc:creator>ann</dc:creator>
            <content:encoded><![CDATA[<p>One]]]]><![CDATA[> two</p>]]></content:encoded><excerpt:encoded><![CDATA[Short]]></excerpt:encoded>
            <category><![CDATA[News]]></category><category domain="category" nicename="news"><![CDATA[News]]></category><category domain="tag" nicename="trams">Trams</category>
            <wp:post_id>42</wp:post_id><wp:post_name>hello</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:is_sticky>1</wp:is_sticky>
            <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>
            <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Hi</wp:comment_content></wp:comment></item>
            """)).OfType<WxrItem>().Single();
        Assert.Equal(("Hello & all", "<p>One]]> two</p>", "Short", 42), (item.Title, item.Content, item.Excerpt, item.Id));
        Assert.Equal(["category news", "post_tag trams"], item.Terms.Select(term => $"{term.Taxonomy} {term.Slug}"));
        Assert.Equal(("7", 1, true), (item.Field("_thumbnail_id"), item.Comments, item.IsSticky));
    }

    [Theory]
    [InlineData("<rss><channel><item>", "line 1, column")]
    [InlineData("<rss>\n<channel></rss>", "line 2, column")]
    [InlineData("<html></html>", "begins with <html>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x \"y\">]><rss><channel><title>&x;</title></channel></rss>", "document type")]
    [InlineData("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss/>", "document type")]
    [InlineData("<rss><channel><item xmlns:wp=\"http://wordpress.org/export/9.9/\"><wp:post_id>1</wp:post_id></item></channel></rss>", "version 9.9")]
    [InlineData("<rss><channel><title>A feed</title><item><title>x</title></item></channel></rss>", "nothing in the file is of WordPress")]
    [InlineData("", "line")]
    public void What_is_no_sound_export_is_refused_with_the_place(string content, string reason)
    {
        File.WriteAllText(_path, content);
        var refused = Assert.Throws<ImportException>(() => WxrSurvey.Of(_path, new Progress<ImportProgress>(), CancellationToken.None));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_larger_than_the_bound_is_refused_before_it_fills_the_memory()
    {
        File.WriteAllText(_path, Export("http://wordpress.org/export/1.2/", $"<item><content:encoded><![CDATA[{new string('x', 17 * 1024 * 1024)}]]></content:encoded></item>"));
        Assert.Contains("larger than 16 MB", Assert.Throws<ImportException>(() => Read(File.ReadAllText(_path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_comments_does_not_make_an_item_too_large()
    {
        var comments = string.Concat(Enumerable.Repeat($"<wp:comment><wp:comment_content>{new string('x', 1_000_000)}</wp:comment_content></wp:comment>", 20));
        Assert.Equal(20, Read(Export("http://wordpress.org/export/1.2/", $"<item><title>x</title>{comments}</item>")).OfType<WxrItem>().Single().Comments);
    }

    [Fact]
    public void Control_characters_become_spaces_and_are_counted()
    {
        File.WriteAllText(_path, Export("http://wordpress.org/export/1.2/", "<item><title>a\u000Bb</title><wp:post_type>post</wp:post_type></item>"));
        Assert.Equal(1, WxrSurvey.Of(_path, new Progress<ImportProgress>(), CancellationToken.None).ControlCharacters);
    }

    [SharedDataFact("wxr")]
    public void Real_exports_are_read()
    {
        foreach (var file in SharedData.Files("wxr", "*.xml"))
        {
            var survey = WxrSurvey.Of(file, new Progress<ImportProgress>(), CancellationToken.None);
            Assert.True(survey.Types["post"] > 0);
            Assert.Equal("wpthemetestdata.wordpress.com", survey.Site.Address?.Host);
        }
    }

    private List<WxrEntry> Read(string content)
    {
        File.WriteAllText(_path, content);
        using var reader = new WxrReader(_path);
        return [.. reader.Entries()];
    }

    private static string Export(string version, string items) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="{version}excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="{version}">
        <channel><title>Old</title><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url>
        {items}
        </channel></rss>
        """;
}
