using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>The front page: what is pinned, then the newest, each article once, until editors arrange it.</summary>
public sealed record FrontPage
{
    public const int TopStories = 6;
    public const int PerSection = 5;
    public const int SectionBlocks = 12;

    public required ArticleCard? Lead { get; init; }
    public required IReadOnlyList<ArticleCard> Top { get; init; }
    public required IReadOnlyList<SectionBlock> Sections { get; init; }
}

/// <summary>A section's newest articles that do not stand further up on the front page.</summary>
public sealed record SectionBlock(Section Section, IReadOnlyList<ArticleCard> Articles);

/// <summary>Puts the front page together.</summary>
public sealed class FrontPageDesk(PublishedArticles articles, SectionMenu menu)
{
    public async Task<FrontPage> ComposeAsync(Language language, CancellationToken cancel = default)
    {
        const int Places = 1 + FrontPage.TopStories;
        var pinned = await articles.PinnedAsync(language, Places, cancel);
        var newest = await articles.LatestAsync(language, Places, cancel: cancel);
        var top = pinned.Concat(newest.Items.Where(card => !card.IsPinned)).Take(Places).ToList();
        var shown = top.Select(card => card.Id).ToHashSet();

        var tree = await menu.TreeAsync();
        var blocks = new List<SectionBlock>();
        foreach (var section in (await menu.TopAsync(language)).Take(FrontPage.SectionBlocks))
        {
            var under = tree.Under(section).Select(inner => inner.Id);
            var page = await articles.InSectionsAsync(under, language, FrontPage.PerSection + shown.Count, cancel: cancel);
            var cards = page.Items.Where(card => !shown.Contains(card.Id)).Take(FrontPage.PerSection).ToList();
            if (cards.Count > 0)
                blocks.Add(new SectionBlock(section, cards));
        }
        return new FrontPage { Lead = top.FirstOrDefault(), Top = [.. top.Skip(1)], Sections = blocks };
    }
}
