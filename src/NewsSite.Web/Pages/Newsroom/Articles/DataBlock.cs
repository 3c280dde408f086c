using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Data for a page's script, in the page: JSON that no browser runs or takes for markup.</summary>
public static class DataBlock
{
    // This encoder writes <, >, & and quotes as \u escapes whatever ranges it allows.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="id">A literal of the page.</param>
    /// <param name="value">What the script reads.</param>
    public static IHtmlContent Of(string id, object value) =>
        new HtmlString($"<script type=\"application/json\" id=\"{id}\">{JsonSerializer.Serialize(value, Options)}</script>");
}
