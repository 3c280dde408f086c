using System.Xml;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal static class AtomWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static void Write(Stream stream, Feed feed, string self)
    {
        using var xml = XmlWriter.Create(stream, SafeXml.Settings);
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteAttributeString("xml", "lang", null, feed.Language.Code);
        xml.Text("id", feed.Home);
        xml.Text("title", feed.Title);
        xml.Text("subtitle", feed.Description);
        // An empty feed must say a time too, and has none that would not change with every request.
        xml.Text("updated", Words.Machine(feed.UpdatedAt ?? DateTimeOffset.UnixEpoch));
        Link(xml, "self", self, FeedFormat.Atom.ContentType);
        Link(xml, "alternate", feed.Home, "text/html");
        xml.Text("icon", feed.Origin + "/img/icon-192.png");
        if (feed.Logo is { } logo)
            xml.Text("logo", logo.Address);
        Author(xml, new FeedAuthor(feed.SiteName, feed.Origin + "/"));
        foreach (var item in feed.Items)
            Write(xml, item);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry");
        xml.WriteAttributeString("xml", "lang", null, item.Language);
        xml.Text("id", item.Id);
        xml.Text("title", item.Title);
        xml.Text("published", Words.Machine(item.PublishedAt));
        xml.Text("updated", Words.Machine(item.ModifiedAt));
        Link(xml, "alternate", item.Address, "text/html");
        foreach (var author in item.Authors)
            Author(xml, author);
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category");
            xml.Attribute("term", category);
            xml.WriteEndElement();
        }
        xml.Text("summary", item.Summary);
        xml.WriteStartElement("content");
        xml.Attribute("type", "html");
        xml.WriteString(SafeXml.Clean(item.Content));
        xml.WriteEndElement();
        if (item.Picture is { } picture)
        {
            xml.WriteStartElement("thumbnail", Media);
            xml.Attribute("url", picture.Address);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, FeedAuthor author)
    {
        xml.WriteStartElement("author");
        xml.Text("name", author.Name);
        xml.Text("uri", author.Address);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link");
        xml.Attribute("rel", relation);
        xml.Attribute("type", type);
        xml.Attribute("href", address);
        xml.WriteEndElement();
    }
}
