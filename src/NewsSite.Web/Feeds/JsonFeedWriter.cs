using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeedWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Stream stream, Feed feed, string self)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", SafeXml.Clean(feed.Title));
        json.WriteString("home_page_url", feed.Home);
        json.WriteString("feed_url", self);
        json.WriteString("description", SafeXml.Clean(feed.Description));
        json.WriteString("icon", feed.Origin + "/img/icon-512.png");
        json.WriteString("favicon", feed.Origin + "/img/icon-192.png");
        json.WriteString("language", feed.Language.Code);
        WriteAuthors(json, [new FeedAuthor(feed.SiteName, feed.Origin + "/")]);
        json.WriteStartArray("items");
        foreach (var item in feed.Items)
            Write(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Address);
        json.WriteString("title", SafeXml.Clean(item.Title));
        json.WriteString("summary", SafeXml.Clean(item.Summary));
        json.WriteString("content_html", SafeXml.Clean(item.Content));
        if (item.Picture is { } picture)
            json.WriteString("image", picture.Address);
        json.WriteString("date_published", Words.Machine(item.PublishedAt));
        json.WriteString("date_modified", Words.Machine(item.ModifiedAt));
        WriteAuthors(json, item.Authors);
        json.WriteStartArray("tags");
        foreach (var category in item.Categories)
            json.WriteStringValue(SafeXml.Clean(category));
        json.WriteEndArray();
        json.WriteString("language", item.Language);
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<FeedAuthor> authors)
    {
        if (authors.Count == 0)
            return;
        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            json.WriteString("name", SafeXml.Clean(author.Name));
            json.WriteString("url", author.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
