using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsSite.Web.Pages;

/// <summary>Writes schema.org descriptions so that they can stand in a script element.</summary>
public static class JsonLd
{
    /// <summary>The default encoder escapes &lt;, &gt; and &amp; in every text, so that none can end the element.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Default);

    public static string Write(JsonObject description) => description.ToJsonString(Options);
}
