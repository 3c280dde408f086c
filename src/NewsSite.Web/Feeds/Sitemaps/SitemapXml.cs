using System.Xml;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>Sitemaps as XML: sitemaps.org 0.9 with the extensions for translations and news.</summary>
internal static class SitemapXml
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    public static void WriteIndex(Stream stream, IEnumerable<SitemapPart> parts, Addresses addresses)
    {
        using var xml = XmlWriter.Create(stream, SafeXml.Settings);
        xml.WriteStartElement("sitemapindex", Sitemap);
        foreach (var part in parts)
        {
            xml.WriteStartElement("sitemap");
            xml.Text("loc", addresses.Absolute(part.Path));
            if (part.ModifiedAt is { } at)
                xml.Text("lastmod", Words.Machine(at));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static async Task WriteAsync(StreamedXml stream, IAsyncEnumerable<SitemapEntry> entries, Addresses addresses, CancellationToken cancel)
    {
        stream.Xml.WriteStartElement("urlset", Sitemap);
        stream.Xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            Write(stream.Xml, entry, addresses);
            await stream.FlushAsync();
        }
        await stream.EndAsync();
    }

    public static void WriteNews(Stream stream, IReadOnlyList<ArticleCard> cards, Frame frame, Addresses addresses)
    {
        using var xml = XmlWriter.Create(stream, SafeXml.Settings);
        xml.WriteStartElement("urlset", Sitemap);
        xml.WriteAttributeString("xmlns", "news", null, News);
        foreach (var card in cards)
            WriteNews(xml, card, frame, addresses);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, SitemapEntry entry, Addresses addresses)
    {
        xml.WriteStartElement("url");
        xml.Text("loc", addresses.Absolute(entry.Path));
        if (entry.ModifiedAt is { } at)
            xml.Text("lastmod", Words.Machine(at));
        foreach (var alternate in entry.Alternates)
            WriteAlternate(xml, alternate.Language.Code, addresses.Absolute(alternate.Path));
        // As in the head of the page: who reads none of the languages is sent to the default one.
        if (entry.Alternates.FirstOrDefault(alternate => alternate.Language == Language.Default) is { } standard)
            WriteAlternate(xml, "x-default", addresses.Absolute(standard.Path));
        xml.WriteEndElement();
    }

    private static void WriteAlternate(XmlWriter xml, string language, string address)
    {
        xml.WriteStartElement("xhtml", "link", Xhtml);
        xml.Attribute("rel", "alternate");
        xml.Attribute("hreflang", language);
        xml.Attribute("href", address);
        xml.WriteEndElement();
    }

    private static void WriteNews(XmlWriter xml, ArticleCard card, Frame frame, Addresses addresses)
    {
        xml.WriteStartElement("url");
        xml.Text("loc", addresses.Absolute(Addresses.Article(card, frame.Sections[card.SectionId])));
        xml.WriteStartElement("news", News);
        xml.WriteStartElement("publication", News);
        xml.Text("name", News, frame.SiteName);
        xml.Text("language", News, card.Language);
        xml.WriteEndElement();
        xml.Text("publication_date", News, Words.Machine(card.PublishedAt));
        xml.Text("title", News, card.Title);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
