using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.StaticPages;

/// <summary>A line of a menu that leads to a page.</summary>
public sealed record StaticPageLink(long Id, string Slug, string Title);

/// <summary>What readers may ask of the static pages.</summary>
public sealed class PublishedPages(NewsDb db, GenerationMemory memory)
{
    private const int MostLinks = 100;

    private IQueryable<StaticPage> Shown => db.Set<StaticPage>().AsNoTracking().Where(page => page.IsPublished);

    /// <summary>The page with that slug in every language that it has.</summary>
    public async Task<IReadOnlyList<StaticPage>> FindAsync(string slug, CancellationToken cancel = default) =>
        await Shown.Where(page => page.Slug == slug).ToListAsync(cancel);

    public Task<StaticPage?> FindAsync(long id, CancellationToken cancel = default) =>
        Shown.SingleOrDefaultAsync(page => page.Id == id, cancel);

    public async Task<IReadOnlyList<StaticPage>> AllAsync(CancellationToken cancel = default) =>
        await Shown.OrderBy(page => page.Id).ToListAsync(cancel);

    /// <summary>The pictures that a page shows, by id.</summary>
    public async Task<IReadOnlyDictionary<long, MediaItem>> MediaAsync(StaticPage page, CancellationToken cancel = default)
    {
        var media = page.Body.Pictures();
        return await db.Set<MediaItem>().AsNoTracking().Where(item => media.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);
    }

    public ValueTask<IReadOnlyList<StaticPageLink>> LinksAsync(Language language) =>
        memory.GetAsync("page links " + language.Code, async () => (IReadOnlyList<StaticPageLink>)await Shown
            .Where(page => page.Language == language.Code).OrderBy(page => page.Position).ThenBy(page => page.Id)
            .Select(page => new StaticPageLink(page.Id, page.Slug, page.Title)).Take(MostLinks).ToListAsync());
}
