using System.Text.Json.Nodes;

namespace NewsSite.Web.Pages.StructuredData;

/// <summary>A step on the way from the front page to a page.</summary>
/// <param name="Path">Null for the page itself.</param>
internal sealed record Crumb(string Name, string? Path);

internal static class BreadcrumbData
{
    /// <summary>The way to a page; the front page goes without saying.</summary>
    public static JsonObject Of(Frame frame, Addresses addresses, IEnumerable<Crumb> crumbs)
    {
        var list = SiteData.Start("BreadcrumbList");
        list["itemListElement"] = new JsonArray([.. crumbs.Prepend(new Crumb(frame.SiteName, Addresses.Home(frame.Language))).Select((crumb, index) =>
        {
            var item = new JsonObject { ["@type"] = "ListItem", ["position"] = index + 1, ["name"] = crumb.Name };
            if (crumb.Path is not null)
                item["item"] = addresses.Absolute(crumb.Path);
            return (JsonNode)item;
        })]);
        return list;
    }
}
