using System.Globalization;
using System.Xml;

namespace NewsSite.Web.Feeds;

/// <summary>RSS 2.0 with the modules that readers know: Atom's self link, Dublin Core's authors, whole texts, media.</summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Minutes that readers may keep the feed.</summary>
    private const string TimeToLive = "15";

    public static void Write(Stream stream, Feed feed, string self)
    {
        using var xml = XmlWriter.Create(stream, SafeXml.Settings);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        xml.Text("title", feed.Title);
        xml.Text("link", feed.Home);
        xml.Text("description", feed.Description);
        xml.Text("language", feed.Language.Code);
        if (feed.UpdatedAt is { } updated)
            xml.Text("lastBuildDate", Date(updated));
        xml.Text("ttl", TimeToLive);
        if (feed.Logo is { } logo)
            WriteLogo(xml, feed, logo);
        xml.WriteStartElement("link", Atom);
        xml.Attribute("href", self);
        xml.Attribute("rel", "self");
        xml.Attribute("type", FeedFormat.Rss.ContentType);
        xml.WriteEndElement();
        foreach (var item in feed.Items)
            Write(xml, item);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Title and link are to be those of the channel; the format knows no size above 144 by 400.</summary>
    private static void WriteLogo(XmlWriter xml, Feed feed, FeedPicture logo)
    {
        var scale = Math.Min(1.0, Math.Min(144.0 / logo.Width, 400.0 / logo.Height));
        xml.WriteStartElement("image");
        xml.Text("url", logo.Address);
        xml.Text("title", feed.Title);
        xml.Text("link", feed.Home);
        xml.Text("width", Math.Max(1, (int)(logo.Width * scale)).ToString(CultureInfo.InvariantCulture));
        xml.Text("height", Math.Max(1, (int)(logo.Height * scale)).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        xml.Text("title", item.Title);
        xml.Text("link", item.Address);
        xml.WriteStartElement("guid");
        xml.Attribute("isPermaLink", "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        xml.Text("pubDate", Date(item.PublishedAt));
        foreach (var author in item.Authors)
            xml.Text("creator", DublinCore, author.Name);
        foreach (var category in item.Categories)
            xml.Text("category", category);
        xml.Text("description", item.Summary);
        xml.WriteStartElement("encoded", Content);
        xml.WriteCData(SafeXml.Clean(item.Content));
        xml.WriteEndElement();
        if (item.Picture is { } picture)
            Write(xml, picture);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedPicture picture)
    {
        xml.WriteStartElement("content", Media);
        xml.Attribute("url", picture.Address);
        xml.Attribute("medium", "image");
        xml.Attribute("type", picture.Type);
        xml.Attribute("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        if (picture.Description.Length > 0)
            xml.Text("description", Media, picture.Description);
        if (picture.Credit.Length > 0)
            xml.Text("credit", Media, picture.Credit);
        xml.WriteEndElement();
    }

    private static string Date(DateTimeOffset at) => at.ToString("R", CultureInfo.InvariantCulture);
}
