using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Articles;

/// <summary>A tag with its newest articles in one language.</summary>
public sealed record TagShelf(Tag Tag, IReadOnlyList<ArticleCard> Newest);

/// <summary>
/// The newest articles of tags and sections, from which related articles are chosen. Many articles share a tag, so its shelf
/// is remembered for one generation, and what is related to an article costs no query of its own.
/// </summary>
public sealed class TagShelves(NewsDb db, PublishedArticles articles, GenerationMemory memory)
{
    /// <summary>Enough to choose from when the article that is being read is one of them.</summary>
    private const int Size = 7;

    public ValueTask<TagShelf> GetAsync(long tag, Language language) =>
        memory.GetAsync($"tag {tag} {language.Code}", async () => new TagShelf(
            await db.Set<Tag>().AsNoTracking().SingleAsync(found => found.Id == tag),
            (await articles.TaggedAsync(tag, language, Size)).Items));

    /// <summary>The newest articles that share a tag with this one, the most shared first; filled up from its section.</summary>
    public async ValueTask<IReadOnlyList<ArticleCard>> RelatedAsync(ReaderArticle article, int size)
    {
        var language = Language.OrDefault(article.Card.Language);
        var candidates = new Dictionary<long, (ArticleCard Card, int Shared)>();
        foreach (var tag in article.Tags)
        {
            foreach (var card in Others((await GetAsync(tag.Id, language)).Newest, article))
                candidates[card.Id] = (card, candidates.GetValueOrDefault(card.Id).Shared + 1);
        }
        var related = candidates.Values.OrderByDescending(candidate => candidate.Shared).ThenByDescending(candidate => candidate.Card.PublishedAt)
            .Select(candidate => candidate.Card).Take(size).ToList();
        if (related.Count < size)
        {
            var neighbours = await NeighboursAsync(article.Card.SectionId, language);
            related.AddRange(Others(neighbours, article).Where(card => !candidates.ContainsKey(card.Id)).Take(size - related.Count));
        }
        return related;
    }

    private ValueTask<IReadOnlyList<ArticleCard>> NeighboursAsync(long section, Language language) =>
        memory.GetAsync($"newest in section {section} {language.Code}", async () => (await articles.InSectionsAsync([section], language, Size)).Items);

    private static IEnumerable<ArticleCard> Others(IReadOnlyList<ArticleCard> cards, ReaderArticle article) =>
        cards.Where(card => card.Id != article.Card.Id);
}
