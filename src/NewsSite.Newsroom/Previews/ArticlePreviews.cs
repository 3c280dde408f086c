using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Previews;

/// <summary>An article as readers would see it were it published now.</summary>
/// <param name="State">Where it stands for readers now.</param>
/// <param name="IsWorkingCopy">Something was written that is not published; else this is what was written last.</param>
public sealed record ArticlePreview(ReaderArticle Article, ArticleState State, bool IsWorkingCopy)
{
    public Language Language => Language.OrDefault(Article.Card.Language);

    /// <summary>Until then nobody outside may see anything of it, a link or not; null: there is no embargo, or it is over.</summary>
    public DateTimeOffset? EmbargoUntil { get; init; }
}

/// <summary>Reads an article from its working copy, or from what was written last, into what the reader's page shows.</summary>
public sealed class ArticlePreviews(NewsDb db, WritingDesk desk, PaperClock clock)
{
    /// <summary>Null where there is no such article.</summary>
    public async Task<ArticlePreview?> FindAsync(long articleId, CancellationToken cancel = default)
    {
        var article = await db.Set<Article>().AsNoTracking().SingleOrDefaultAsync(article => article.Id == articleId, cancel);
        if (article is null || await desk.OpenAsync(articleId, cancel) is not { } copy)
            return null;
        var (text, tagIds) = (copy.Content.Text, copy.TagIds);
        var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tagIds.Contains(tag.Id)).OrderBy(tag => tag.Id).ToListAsync(cancel);
        // A section may have been taken away since the copy was saved.
        var section = await db.Set<Section>().AnyAsync(section => section.Id == copy.SectionId, cancel) ? copy.SectionId : article.SectionId;
        return new ArticlePreview(new ReaderArticle
        {
            Card = CardOf(article, copy, section),
            Body = text.Body,
            HeroCaption = text.HeroCaption,
            SearchTitle = text.SearchTitle,
            SearchText = text.SearchText,
            HeroId = text.HeroId,
            CreatedAt = article.CreatedAt,
            UpdatedAt = article.UpdatedAt,
            TranslationGroup = article.TranslationGroup,
            Corrections = [.. article.Corrections.Where(correction => correction.TakenBackAt is null)],
            Tags = tags,
            Media = await MediaAsync(text, cancel),
        }, article.State, copy.Revision > 0 && copy.SavedById > 0)
        {
            EmbargoUntil = article.IsUnderEmbargo(clock.Now) ? article.EmbargoUntil : null,
        };
    }

    private ArticleCard CardOf(Article article, WorkingCopy copy, long section) => new()
    {
        Id = article.Id,
        Language = article.Language,
        SectionId = section,
        Slug = copy.Slug.Length > 0 ? copy.Slug : Slug.From(copy.Title),
        Title = copy.Title,
        Standfirst = copy.Standfirst,
        PublishedAt = article.PublishedAt ?? article.ScheduledFor ?? clock.Now,
        ModifiedAt = article.ModifiedAt,
        Words = copy.Body.WordCount(),
        IsPinned = article.IsPinned,
        AuthorIds = copy.AuthorIds,
    };

    private async Task<IReadOnlyDictionary<long, MediaItem>> MediaAsync(ArticleText text, CancellationToken cancel)
    {
        var shown = text.Body.Pictures().ToHashSet();
        if (text.HeroId is { } hero)
            shown.Add(hero);
        return shown.Count == 0 ? [] : await db.Set<MediaItem>().AsNoTracking().Where(item => shown.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);
    }
}
