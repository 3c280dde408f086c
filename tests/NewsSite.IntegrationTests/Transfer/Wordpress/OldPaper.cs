using System.Security;

namespace NewsSite.IntegrationTests.Transfer.Wordpress;

/// <summary>A small paper on WordPress at https://old.example, as an export file; tests change it between two runs.</summary>
internal sealed class OldPaper(string folder)
{
    private const string Wordpress = "http://wordpress.org/export/1.2/";

    public string Path { get; } = System.IO.Path.Combine(folder, "export.xml");

    public List<string> Items { get; } = [];

    public void Write() => File.WriteAllText(Path, $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="{Wordpress}excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="{Wordpress}">
        <channel><title>The Old Paper</title><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url>
        <wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Peeters</wp:author_display_name></wp:author>
        <wp:author><wp:author_login>admin</wp:author_login><wp:author_display_name>Administrator</wp:author_display_name></wp:author>
        <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>city</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>City</wp:cat_name></wp:category>
        <wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>trams</wp:category_nicename><wp:category_parent>city</wp:category_parent><wp:cat_name>Trams &amp;amp; buses</wp:cat_name></wp:category>
        <wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>opinion</wp:category_nicename><wp:cat_name>Opinion</wp:cat_name></wp:category>
        <wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>uncategorized</wp:category_nicename><wp:cat_name>Uncategorized</wp:cat_name></wp:category>
        <wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>caf%C3%A9</wp:tag_slug><wp:tag_name>Café</wp:tag_name></wp:tag>
        {string.Join('\n', Items)}
        </channel></rss>
        """);

    /// <param name="more">Elements that the item has beside the usual ones.</param>
    public static string Item(int id, string type, string title, string content, string status = "publish", string more = "") => $"""
        <item><title>{SecurityElement.Escape(title)}</title><link>https://old.example/2015/03/item-{id}/</link><dc:creator>ann</dc:creator><guid>https://old.example/?p={id}</guid>
        <content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{id}</wp:post_id><wp:post_date>2015-03-04 11:00:00</wp:post_date><wp:post_date_gmt>2015-03-04 10:00:00</wp:post_date_gmt>
        <wp:post_name>item-{id}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>{more}</item>
        """;

    public static string Picture(int id, string path, int post = 0) => $"""
        <item><title>A picture</title><link>https://old.example/2015/03/item-{post}/picture-{id}/</link><wp:post_id>{id}</wp:post_id><wp:post_parent>{post}</wp:post_parent><wp:status>inherit</wp:status>
        <wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/wp-content/uploads/{path}</wp:attachment_url>{Field("_wp_attachment_image_alt", "A tram")}</item>
        """;

    public static string Field(string key, string value) => $"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>";

    public static string Term(string taxonomy, string slug, string name) => $"<category domain=\"{taxonomy}\" nicename=\"{slug}\"><![CDATA[{name}]]></category>";
}
