using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Pages;

/// <summary>Writes schema.org descriptions into a page.</summary>
public static class JsonLd
{
    /// <summary>The default encoder escapes &lt;, &gt; and &amp; in every text, so that none can end the element.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Default);

    /// <summary>The whole element: Razor would write the plus of its type as an entity, which simple readers do not find.</summary>
    public static IHtmlContent Element(JsonObject description) =>
        new HtmlString($"<script type=\"application/ld+json\">{description.ToJsonString(Options)}</script>\n");
}
