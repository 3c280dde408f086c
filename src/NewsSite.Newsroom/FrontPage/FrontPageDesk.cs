using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>Puts the front page together as readers see it.</summary>
public sealed class FrontPageDesk(PublishedArticles articles, SectionMenu menu, NewsDb db, PaperClock clock)
{
    public async Task<FrontPage> ComposeAsync(Language language, CancellationToken cancel = default) =>
        await ComposeAsync(language, await ShownAsync(language, cancel), cancel);

    /// <summary>The front page of this arrangement, shown or not.</summary>
    public async Task<FrontPage> ComposeAsync(Language language, FrontPlaces arranged, CancellationToken cancel = default)
    {
        var places = arranged.At(clock.Now);
        var cards = await articles.OfAsync(places.All.Select(placed => placed.Article), language, cancel);
        // What is arranged further down must not come up by itself.
        var taken = cards.Keys.ToHashSet();
        var filling = await FillingAsync(language, taken, cancel);
        var lead = Cards(places[FrontPlaces.Lead], cards).Concat(filling.Take(1)).FirstOrDefault();
        var top = Cards(places[FrontPlaces.Top], cards).Concat(filling.Where(card => card.Id != lead?.Id)).Take(FrontPage.TopStories).ToList();
        taken.UnionWith(top.Select(card => card.Id));
        if (lead is not null)
            taken.Add(lead.Id);

        var tree = await menu.TreeAsync();
        var blocks = new List<SectionBlock>();
        foreach (var section in (await menu.TopAsync(language)).Take(FrontPage.SectionBlocks))
        {
            var under = tree.Under(section).Select(inner => inner.Id);
            var newest = await articles.InSectionsAsync(under, language, FrontPage.PerSection + taken.Count, cancel: cancel);
            var block = Cards(places[FrontPlaces.OfSection(section.Id)], cards)
                .Concat(newest.Items.Where(card => !taken.Contains(card.Id))).Take(FrontPage.PerSection).ToList();
            if (block.Count > 0)
                blocks.Add(new SectionBlock(section, block));
        }
        return new FrontPage { Lead = lead, Top = top, Sections = blocks };
    }

    /// <summary>The arrangement that counts now.</summary>
    public async Task<FrontPlaces> ShownAsync(Language language, CancellationToken cancel = default)
    {
        var now = clock.Now;
        return await db.Set<FrontArrangement>().AsNoTracking().Where(arrangement => arrangement.Language == language.Code && arrangement.ShowsFrom <= now)
            .OrderByDescending(arrangement => arrangement.ShowsFrom).ThenByDescending(arrangement => arrangement.Id)
            .Select(arrangement => arrangement.Places).FirstOrDefaultAsync(cancel) ?? FrontPlaces.Empty;
    }

    /// <summary>Whether something falls due; a look into an index.</summary>
    public Task<bool> IsDueAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        return db.Set<FrontArrangement>().AnyAsync(arrangement => arrangement.DueAt != null && arrangement.DueAt <= now, cancel);
    }

    /// <summary>
    /// Arrangements count from their time on by themselves, and pins end by themselves; but kept pages have to be made anew then. Made
    /// to be called every few seconds: writes only where something fell due.
    /// </summary>
    public async Task ApplyDueAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        if (!await IsDueAsync(cancel))
            return;
        await using var write = await db.BeginWriteAsync(cancel);
        var due = await db.Set<FrontArrangement>().Where(arrangement => arrangement.DueAt != null && arrangement.DueAt <= now).SkippingLocked().ToListAsync(cancel);
        foreach (var arrangement in due)
        {
            arrangement.Settle(now);
            db.Note(arrangement);
        }
        await write.CommitAsync(cancel);
    }

    /// <summary>What is pinned, then the newest, enough to fill the top of the page; without what stands elsewhere.</summary>
    private async Task<IReadOnlyList<ArticleCard>> FillingAsync(Language language, HashSet<long> taken, CancellationToken cancel)
    {
        var places = 1 + FrontPage.TopStories + taken.Count;
        var pinned = await articles.PinnedAsync(language, places, cancel);
        var newest = await articles.LatestAsync(language, places, cancel: cancel);
        return [.. pinned.Concat(newest.Items.Where(card => !card.IsPinned)).Where(card => !taken.Contains(card.Id))];
    }

    private static IEnumerable<ArticleCard> Cards(IReadOnlyList<PlacedArticle> placed, IReadOnlyDictionary<long, ArticleCard> cards) =>
        placed.Select(one => cards.GetValueOrDefault(one.Article)).OfType<ArticleCard>();
}
