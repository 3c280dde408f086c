using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Platform.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages;

/// <summary>
/// Blocks that many pages show alike, such as Top jobs, the ticker or the teaser of an article: written once for a generation,
/// then put into each page as they are. What belongs to one page alone is never kept here.
/// </summary>
public sealed class KeptBlocks(GenerationMemory memory, Generation generation, HtmlEncoder encoder)
{
    /// <summary>Apart from the others: a crawler that comes by all articles must not take the place of the ticker.</summary>
    private readonly GenerationMemory _teasers = new(generation);

    /// <param name="frame">What the model was read with.</param>
    /// <param name="key">All but the language that makes this block look different on another page.</param>
    public ValueTask<IHtmlContent> PartialAsync(IHtmlHelper html, string partial, object model, Frame frame, string key = "") =>
        memory.GetAsync($"{partial} {frame.Language.Code} {key}", () => WriteAsync(html, partial, model), frame.Generation);

    public ValueTask<IHtmlContent> TopJobsAsync(IHtmlHelper html, TopJobsBlock block) => PartialAsync(html, "_TopJobs", block, block.Frame, block.Key);

    /// <summary>With words that stand out it belongs to one reader's question, and is not kept.</summary>
    public async ValueTask<IHtmlContent> TeaserAsync(IHtmlHelper html, Teaser teaser) => teaser.Title is not null
        ? await html.PartialAsync("_Teaser", teaser)
        : await _teasers.GetAsync(teaser.Key, () => WriteAsync(html, "_Teaser", teaser), teaser.Frame.Generation);

    /// <inheritdoc cref="TeaserAsync"/>
    public async ValueTask<IHtmlContent> JobAsync(IHtmlHelper html, JobItem item) => item.Title is not null
        ? await html.PartialAsync("_Job", item)
        : await _teasers.GetAsync(item.Key, () => WriteAsync(html, "_Job", item), item.Frame.Generation);

    private async Task<IHtmlContent> WriteAsync(IHtmlHelper html, string partial, object model)
    {
        var content = await html.PartialAsync(partial, model);
        using var writer = new StringWriter();
        content.WriteTo(writer, encoder);
        return new HtmlString(writer.ToString());
    }
}
