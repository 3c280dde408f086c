using System.Text.Json.Nodes;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Web.Pages.StructuredData;

/// <summary>An article as schema.org's NewsArticle: what its page shows, and nothing else.</summary>
internal static class ArticleData
{
    /// <param name="hero">With the caption that the page shows.</param>
    public static JsonObject Of(ReaderArticle article, Section section, IReadOnlyList<Author> authors, Picture? hero, Frame frame, Addresses addresses)
    {
        var card = article.Card;
        var address = addresses.Absolute(Addresses.Article(card, section));
        var data = SiteData.Start("NewsArticle");
        data["mainEntityOfPage"] = new JsonObject { ["@type"] = "WebPage", ["@id"] = address };
        data["url"] = address;
        data["headline"] = card.Title;
        if (card.Standfirst.Length > 0)
            data["description"] = card.Standfirst;
        if (hero is not null)
            data["image"] = new JsonArray(Image(hero, addresses));
        data["datePublished"] = Words.Machine(card.PublishedAt);
        data["dateModified"] = Words.Machine(article.UpdatedAt ?? card.PublishedAt);
        data["author"] = authors.Count == 0
            ? SiteData.Publisher(frame, addresses)
            : new JsonArray([.. authors.Select(author => (JsonNode)Person(author, frame, addresses))]);
        data["publisher"] = SiteData.Publisher(frame, addresses);
        data["articleSection"] = section.Name.In(frame.Language);
        if (article.Tags.Count > 0)
            data["keywords"] = new JsonArray([.. article.Tags.Select(tag => (JsonNode)tag.Name.In(frame.Language))]);
        data["inLanguage"] = card.Language;
        data["wordCount"] = card.Words;
        data["isAccessibleForFree"] = true;
        if (article.Corrections.Count > 0)
        {
            data["correction"] = new JsonArray([.. article.Corrections.Select(correction => (JsonNode)new JsonObject
            {
                ["@type"] = "CorrectionComment",
                ["text"] = correction.Text,
                ["datePublished"] = Words.Machine(correction.At),
            })]);
        }
        return data;
    }

    private static JsonObject Person(Author author, Frame frame, Addresses addresses) => new()
    {
        ["@type"] = "Person",
        ["name"] = author.Name,
        ["url"] = addresses.Absolute(Addresses.Author(frame.Language, author.Slug)),
    };

    private static JsonObject Image(Picture picture, Addresses addresses)
    {
        var image = new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = addresses.Absolute(picture.Largest.Address),
            ["width"] = picture.Largest.Width,
            ["height"] = picture.Largest.Height,
        };
        if (picture.Caption.Length > 0)
            image["caption"] = picture.Caption;
        if (picture.Credit.Length > 0)
            image["creditText"] = picture.Credit;
        return image;
    }
}
