using System.Globalization;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress;

/// <summary>Title, slug and fingerprint of any item.</summary>
internal static class ItemText
{
    private const int TitleOfText = 60;

    /// <summary>The title; without one the text's first words.</summary>
    public static string Title(WxrItem item, BlockDocument body, ImportReport report)
    {
        var title = HtmlText.OneLine(item.Title);
        if (title.Length == 0)
        {
            var text = HtmlText.Fold(body.PlainText());
            title = text.Length > 0 ? HtmlText.Cut(text, TitleOfText) : string.Create(CultureInfo.InvariantCulture, $"Untitled {item.Id}");
            report.Note("Titles", "without a title: the first words of the text stand for it", title);
        }
        if (title.Length > ArticleText.MaxTitle)
        {
            title = HtmlText.Cut(title, ArticleText.MaxTitle);
            report.Note("Titles", $"cut to {ArticleText.MaxTitle} characters", title[..60] + "…");
        }
        return title;
    }

    /// <summary>The slug it had; null where it had none that can be kept.</summary>
    public static string? SlugOf(WxrItem item)
    {
        var slug = Slug.From(Uri.UnescapeDataString(item.Slug));
        return item.Slug.Length == 0 || slug == "x" ? null : slug;
    }

    public static string Id(WxrItem item) => item.Id > 0 ? item.Id.ToString(CultureInfo.InvariantCulture) : item.Guid.Length > 0 ? item.Guid : item.Link;

    /// <summary>Of all that the import reads of an item.</summary>
    public static string FingerprintOf(WxrItem item) => Fingerprint.Of(
    [
        item.Title, item.Link, item.Creator, item.Content, item.Excerpt, item.Date, item.DateGmt, item.Modified, item.Slug, item.Status,
        item.HasPassword ? "password" : "", item.IsSticky ? "sticky" : "",
        .. item.Terms.Select(term => $"{term.Taxonomy} {term.Slug}").Order(StringComparer.Ordinal),
        .. item.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => (IEnumerable<string>)[field.Key, field.Value]),
    ]);

    /// <summary>The addresses that an item had: its link, its number, and the slugs that it had before.</summary>
    public static IEnumerable<Uri> OldAddresses(WxrItem item, ImportRun run)
    {
        var link = run.OldAddress(item.Link);
        if (link is not null)
            yield return link;
        if (run.OldAddress(item.Guid) is { } guid)
            yield return guid;
        if (run.Links.Site is { } site && item.Id > 0)
            yield return new Uri(site.GetLeftPart(UriPartial.Authority) + string.Create(CultureInfo.InvariantCulture, $"/?p={item.Id}"));
        if (link is not null && item.Field(WxrFields.OldSlug) is { Length: > 0 } old && item.Slug.Length > 0
            && link.AbsoluteUri.Contains(item.Slug, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(link.AbsoluteUri.Replace(item.Slug, old, StringComparison.OrdinalIgnoreCase), UriKind.Absolute, out var before))
            yield return before;
    }
}
