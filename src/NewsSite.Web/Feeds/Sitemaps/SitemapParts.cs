using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>Answers with one sitemap, as a stream: it may hold 50,000 addresses.</summary>
internal sealed class SitemapParts(
    SitemapIndex index, SitemapContents contents, NewsDb db, GenerationMemory memory, StreamedAnswer answer, Addresses addresses)
{
    /// <returns>False where there is no such part.</returns>
    public async Task<bool> AnswerAsync(HttpContext context, string kind, long number)
    {
        if (await index.FindAsync(kind, number) is not { } part)
            return false;
        if (!answer.Begin(context, "application/xml; charset=utf-8"))
            return true;
        var sections = await SectionTree.LoadAsync(db, memory);
        using var stream = new StreamedXml(context.Response.Body, context.RequestAborted);
        await SitemapXml.WriteAsync(stream, contents.Of(part.Kind, index.Range(part), sections), addresses, context.RequestAborted);
        return true;
    }
}
