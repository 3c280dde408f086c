using System.Globalization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Pages.Newsroom.FrontPages;

/// <summary>Lays out the board of one language's front page.</summary>
public sealed class FrontBoardMaker(ArrangementDesk desk, ArrangeableArticles articles, DeskArticles headlines, PublishedArticles published, SectionMenu menu, PaperClock clock)
{
    private const int PoolSize = 30;
    private const int ListSize = 15;

    /// <param name="words">Words of a headline, an article's number or its address: the pool then holds what is found.</param>
    public async Task<FrontBoard> MakeAsync(Language edition, string words, CancellationToken cancel)
    {
        var draft = await desk.OpenAsync(edition, cancel);
        var tree = await menu.TreeAsync();
        var placed = draft.Places.All.ToDictionary(one => one.Article, one => one.Until);
        var known = (await articles.OfAsync(edition, placed.Keys, cancel)).ToDictionary(article => article.Id);
        var list = await desk.ListAsync(edition, ListSize, cancel);
        return new FrontBoard
        {
            Edition = edition,
            Draft = draft,
            Sections = tree,
            Pool = [.. (await PoolAsync(edition, words, placed.Count, cancel)).Where(card => !placed.ContainsKey(card.Id)).Take(PoolSize)],
            Slots = [.. (await SlotsAsync(edition, draft, tree)).Select(slot => slot with
            {
                Cards = [.. draft.Places[slot.Key].Where(one => known.ContainsKey(one.Article)).Select(one => Card(known[one.Article]) with { Until = one.Until })],
            })],
            Arrangements = list,
            ShownId = list.FirstOrDefault(arrangement => arrangement.ShowsFrom <= clock.Now)?.Id,
        };
    }

    private async Task<IReadOnlyList<BoardSlot>> SlotsAsync(Language edition, FrontDraft draft, SectionTree tree)
    {
        var blocks = (await menu.TopAsync(edition)).Take(FrontPage.SectionBlocks).ToList();
        // A place whose section has gone out of the menu keeps its cards in sight.
        blocks.AddRange(draft.Places.Names.Select(FrontPlaces.SectionOf).OfType<long>().Where(id => blocks.TrueForAll(block => block.Id != id))
            .Select(id => tree.All.FirstOrDefault(section => section.Id == id)).OfType<Section>());
        // How many a block shows depends on how it stands on the page.
        var sizes = FrontBlock.Of(blocks.Select(section => new SectionBlock(section, []))).ToDictionary(block => block.Block.Section.Id, block => block.Size);
        return
        [
            new BoardSlot(FrontPlaces.Lead, FrontPlaces.Size(FrontPlaces.Lead), null, []),
            new BoardSlot(FrontPlaces.Top, FrontPlaces.Size(FrontPlaces.Top), null, []),
            .. blocks.Select(section => new BoardSlot(FrontPlaces.OfSection(section.Id), sizes[section.Id], section, [])),
        ];
    }

    private async Task<IEnumerable<BoardCard>> PoolAsync(Language edition, string words, int placed, CancellationToken cancel)
    {
        if (words.Length > 0)
        {
            var ids = NumberIn(words) is { } id ? new List<long> { id } : [];
            foreach (var part in new[] { DeskPart.Published, DeskPart.Scheduled })
                ids.AddRange((await headlines.PageAsync(new DeskQuestion { Part = part, Words = words, Language = edition }, PoolSize + placed, cancel)).Items.Select(article => article.Id));
            var found = (await articles.OfAsync(edition, ids.Distinct(), cancel)).ToDictionary(article => article.Id);
            return ids.Distinct().Where(found.ContainsKey).Select(article => Card(found[article]));
        }
        var newest = await published.LatestAsync(edition, PoolSize + placed, cancel: cancel);
        return (await articles.ComingAsync(edition, PoolSize / 3, cancel)).Select(Card).Concat(newest.Items.Select(Card));
    }

    /// <summary>The article that a number or an address names.</summary>
    private static long? NumberIn(string words) => words.Split('/').Select(part => long.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null)
        .FirstOrDefault(id => id is not null);

    private static BoardCard Card(ArrangeableArticle article) => new()
    {
        Id = article.Id,
        Title = article.Title,
        SectionId = article.SectionId,
        PublishedAt = article.PublishedAt,
        ScheduledFor = article.IsPublished ? null : article.ScheduledFor,
    };

    private static BoardCard Card(ArticleCard card) => new() { Id = card.Id, Title = card.Title, SectionId = card.SectionId, PublishedAt = card.PublishedAt };
}
