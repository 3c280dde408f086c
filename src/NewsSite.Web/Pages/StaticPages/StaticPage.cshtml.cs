using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.StaticPages;

[KeptForEverybody]
public sealed class StaticPageModel(PublishedPages pages) : ReaderPage
{
    public StaticPage Shown { get; private set; } = null!;
    public IReadOnlyDictionary<long, MediaItem> Media { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var versions = await pages.FindAsync(slug, cancel);
        if (versions.FirstOrDefault(page => page.Language == Language.Code) is not { } page)
        {
            return versions.Count == 0 ? NotFound() : Moved(Addresses.StaticPage(Language.OrDefault(versions[0].Language), slug));
        }
        Shown = page;
        Media = await pages.MediaAsync(page, cancel);
        Head.Title = page.Title;
        Head.Canonical = Addresses.StaticPage(Language, slug);
        Head.Alternates = [.. versions.Select(version => Language.OrDefault(version.Language)).Select(language => new Alternate(language, Addresses.StaticPage(language, slug)))];
        return Page();
    }
}
