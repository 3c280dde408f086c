using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Platform.Caching;

namespace NewsSite.Web.Pages;

/// <summary>
/// Blocks that many pages show alike, such as Top jobs or the ticker: written once for a generation, then put into each page
/// as they are. What belongs to one page alone is never kept here.
/// </summary>
public sealed class KeptBlocks(GenerationMemory memory, HtmlEncoder encoder)
{
    /// <param name="key">All that makes this block look different on another page, its language included.</param>
    public async ValueTask<IHtmlContent> PartialAsync(IHtmlHelper html, string partial, object model, string key) =>
        await memory.GetAsync($"{partial} {key}", async () =>
        {
            var content = await html.PartialAsync(partial, model);
            using var writer = new StringWriter();
            content.WriteTo(writer, encoder);
            return new HtmlString(writer.ToString());
        });
}
