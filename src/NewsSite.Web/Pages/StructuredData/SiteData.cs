using System.Text.Json.Nodes;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.StructuredData;

/// <summary>The paper as schema.org describes it: a site that can be searched, and the organisation that publishes it.</summary>
internal static class SiteData
{
    private const string Context = "https://schema.org";

    /// <summary>In pixels, as wide as search engines show it.</summary>
    private const int LogoWidth = 640;

    /// <summary>Where no logo was chosen.</summary>
    private const string Icon = "/img/icon-512.png";
    private const int IconSize = 512;

    /// <summary>The start of a description that stands by itself: it names its vocabulary.</summary>
    public static JsonObject Start(string type) => new() { ["@context"] = Context, ["@type"] = type };

    public static JsonObject WebSite(Frame frame, Addresses addresses)
    {
        var site = Start("WebSite");
        site["@id"] = addresses.Absolute("/#website");
        site["name"] = frame.SiteName;
        site["url"] = addresses.Absolute(Addresses.Home(frame.Language));
        site["inLanguage"] = frame.Language.Code;
        site["publisher"] = new JsonObject { ["@id"] = PublisherId(addresses) };
        site["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject
            {
                ["@type"] = "EntryPoint",
                ["urlTemplate"] = addresses.Absolute(Addresses.Search(frame.Language)) + "?q={search_term_string}",
            },
            ["query-input"] = "required name=search_term_string",
        };
        return site;
    }

    public static JsonObject Organization(Frame frame, Addresses addresses)
    {
        var paper = Publisher(frame, addresses);
        paper.Insert(0, "@context", Context);
        if (frame.Profile.SocialAddresses() is { Count: > 0 } elsewhere)
            paper["sameAs"] = new JsonArray([.. elsewhere.Select(address => JsonValue.Create(address))]);
        if (frame.Profile.Email.Length > 0)
            paper["email"] = frame.Profile.Email;
        if (frame.Profile.Phone.Length > 0)
            paper["telephone"] = frame.Profile.Phone;
        return paper;
    }

    /// <summary>The paper as a part of another description.</summary>
    public static JsonObject Publisher(Frame frame, Addresses addresses)
    {
        var logo = frame.Logo?.AtLeast(LogoWidth);
        return new JsonObject
        {
            ["@type"] = "NewsMediaOrganization",
            ["@id"] = PublisherId(addresses),
            ["name"] = frame.SiteName,
            ["url"] = addresses.Absolute(Addresses.Home(Language.Default)),
            ["logo"] = new JsonObject
            {
                ["@type"] = "ImageObject",
                ["url"] = addresses.Absolute(logo?.Address ?? Icon),
                ["width"] = logo?.Width ?? IconSize,
                ["height"] = logo?.Height ?? IconSize,
            },
        };
    }

    private static string PublisherId(Addresses addresses) => addresses.Absolute("/#publisher");
}
