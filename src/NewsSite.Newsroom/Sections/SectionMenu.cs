using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Sections;

/// <summary>
/// The sections that readers of a language find something in, in the paper's order. An imported paper brings many that hold
/// nothing; they keep their addresses and stay out of menus.
/// </summary>
public sealed class SectionMenu(NewsDb db, GenerationMemory memory)
{
    /// <summary>All sections, those in no menu too.</summary>
    public ValueTask<SectionTree> TreeAsync() => SectionTree.LoadAsync(db, memory);

    /// <summary>Top sections with an article in them or in a section below.</summary>
    public ValueTask<IReadOnlyList<Section>> TopAsync(Language language) =>
        memory.GetAsync("section menu " + language.Code, async () =>
        {
            var tree = await TreeAsync();
            var filled = (await db.Set<Section>().Where(section => db.Set<Article>().Any(article =>
                article.SectionId == section.Id && article.Language == language.Code && article.State == ArticleState.Published))
                .Select(section => section.Id).ToListAsync()).ToHashSet();
            return (IReadOnlyList<Section>)[.. tree.Top.Where(top => tree.Under(top).Any(section => filled.Contains(section.Id)))];
        });
}
