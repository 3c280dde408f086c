using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Articles;

/// <summary>Reads several articles whole, by three queries however many they are; for feeds.</summary>
public sealed class WholeArticles(NewsDb db)
{
    /// <summary>The articles of these cards, in their order, without those that were taken back meanwhile.</summary>
    public async Task<IReadOnlyList<ReaderArticle>> OfAsync(IReadOnlyList<ArticleCard> cards, CancellationToken cancel = default)
    {
        var ids = cards.Select(card => card.Id).ToList();
        var rows = await db.Set<Article>().AsNoTracking().Where(article => ids.Contains(article.Id) && article.State == ArticleState.Published)
            .SelectMany(
                article => db.Set<ArticleVersion>().Where(version => version.ArticleId == article.Id && version.Number == article.PublishedNumber),
                (article, version) => new { article.Id, article.CreatedAt, article.UpdatedAt, article.TranslationGroup, article.Corrections, Version = version })
            .ToDictionaryAsync(row => row.Id, cancel);
        var tags = (await db.Set<ArticleTag>().AsNoTracking().Where(tag => ids.Contains(tag.ArticleId)).OrderBy(tag => tag.TagId)
            .Select(tag => new { tag.ArticleId, tag.Tag }).ToListAsync(cancel)).ToLookup(tag => tag.ArticleId, tag => tag.Tag);
        var shown = rows.Values.SelectMany(row => row.Version.Body.Pictures())
            .Union(rows.Values.Select(row => row.Version.HeroId).OfType<long>()).ToList();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(item => shown.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);

        return [.. cards.Where(card => rows.ContainsKey(card.Id)).Select(card =>
        {
            var row = rows[card.Id];
            return new ReaderArticle
            {
                Card = card,
                Body = row.Version.Body,
                HeroCaption = row.Version.HeroCaption,
                HeroId = row.Version.HeroId,
                CreatedAt = row.CreatedAt,
                UpdatedAt = row.UpdatedAt,
                TranslationGroup = row.TranslationGroup,
                Corrections = [.. row.Corrections.Where(correction => correction.TakenBackAt is null)],
                Tags = [.. tags[card.Id]],
                Media = media,
            };
        })];
    }
}
