using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Profile;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Media;

/// <summary>In what a picture is used; the order is that of the list.</summary>
public enum MediaUseKind
{
    /// <summary>Readers see it in an article.</summary>
    Published,

    /// <summary>In what the desk is writing.</summary>
    WorkingCopy,

    /// <summary>In the last version of an article that readers do not see.</summary>
    Unpublished,
    Author,
    Page,

    /// <summary>The paper's logo.</summary>
    Logo,

    /// <summary>Only in older versions of an article.</summary>
    OlderVersion,
}

/// <summary>One thing that shows a picture.</summary>
/// <param name="Id">Of the article, the author or the page.</param>
/// <param name="Language">Of the title.</param>
/// <param name="IsHero">As the picture above the text.</param>
/// <param name="IsInBody">In the text.</param>
public sealed record MediaUse(MediaUseKind Kind, long Id, string Title, string Language, bool IsHero, bool IsInBody);

/// <summary>Where a picture is used, each thing once, by what weighs most.</summary>
/// <param name="HasMore">There are more than are listed.</param>
public sealed record MediaUseList(IReadOnlyList<MediaUse> Items, bool HasMore)
{
    /// <summary>In places where readers see it.</summary>
    public int ShownToReaders => Items.Count(use => use.Kind is MediaUseKind.Published or MediaUseKind.Author or MediaUseKind.Page or MediaUseKind.Logo);
}

/// <summary>Where pictures are used.</summary>
public sealed class MediaUses(NewsDb db)
{
    private const int MaxRows = 400;
    private const int MaxListed = 50;

    public async Task<MediaUseList> OfAsync(long media, CancellationToken cancel = default)
    {
        var uses = new List<MediaUse>();
        var copies = await (
            from picture in db.Set<CopyPicture>()
            where picture.MediaId == media
            join article in db.Set<Article>() on picture.ArticleId equals article.Id
            orderby article.Id descending
            select new { article.Id, article.Title, article.Language, picture.IsHero, picture.IsInBody }).Take(MaxRows).ToListAsync(cancel);
        uses.AddRange(copies.Select(copy => new MediaUse(MediaUseKind.WorkingCopy, copy.Id, copy.Title, copy.Language, copy.IsHero, copy.IsInBody)));
        var versions = await (
            from picture in db.Set<VersionPicture>()
            where picture.MediaId == media
            join article in db.Set<Article>() on picture.ArticleId equals article.Id
            orderby article.Id descending, picture.Number descending
            select new
            {
                article.Id,
                article.Title,
                article.Language,
                article.State,
                IsPublished = article.PublishedNumber == picture.Number,
                IsLast = db.Set<ArticleVersion>().Where(version => version.ArticleId == article.Id).Max(version => version.Number) == picture.Number,
                picture.IsHero,
                picture.IsInBody,
            }).Take(MaxRows).ToListAsync(cancel);
        uses.AddRange(versions.Select(version => new MediaUse(
            version.IsPublished && version.State == ArticleState.Published ? MediaUseKind.Published
                : version.IsLast || version.IsPublished ? MediaUseKind.Unpublished : MediaUseKind.OlderVersion,
            version.Id, version.Title, version.Language, version.IsHero, version.IsInBody)));
        uses.AddRange(await db.Set<Author>().Where(author => author.PortraitId == media).OrderBy(author => author.Name).Take(MaxListed + 1)
            .Select(author => new MediaUse(MediaUseKind.Author, author.Id, author.Name, "", false, false)).ToListAsync(cancel));
        uses.AddRange(await (
            from picture in db.Set<PagePicture>()
            where picture.MediaId == media
            join page in db.Set<StaticPage>() on picture.PageId equals page.Id
            orderby page.Id
            select new MediaUse(MediaUseKind.Page, page.Id, page.Title, page.Language, false, true)).Take(MaxListed + 1).ToListAsync(cancel));
        uses.AddRange(await db.Set<PaperProfile>().Where(profile => profile.LogoId == media)
            .Select(profile => new MediaUse(MediaUseKind.Logo, profile.Id, profile.Name, "", false, false)).ToListAsync(cancel));
        var each = uses.GroupBy(use => (Thing(use.Kind), use.Id)).Select(same => same.MinBy(use => use.Kind)!).OrderBy(use => use.Kind).ToList();
        return new MediaUseList([.. each.Take(MaxListed)], each.Count > MaxListed || versions.Count == MaxRows || copies.Count == MaxRows);
    }

    /// <summary>Ids of articles, authors and pages are counted apart; an article stands there once.</summary>
    private static MediaUseKind Thing(MediaUseKind kind) => kind is MediaUseKind.Author or MediaUseKind.Page or MediaUseKind.Logo ? kind : MediaUseKind.Published;
}
