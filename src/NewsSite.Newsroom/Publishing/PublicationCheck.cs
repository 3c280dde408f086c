using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Publishing;

public enum PublicationWarning
{
    /// <summary>A picture says nothing to those who cannot see it.</summary>
    PictureWithoutAlt,

    /// <summary>A picture was deleted from the library, or never came.</summary>
    PictureMissing,

    /// <summary>The paper may no longer show a picture.</summary>
    PictureRightsEnded,
}

/// <summary>What an editor should know of a picture before the article is published.</summary>
/// <param name="Picture">Its name in the library.</param>
public sealed record PublicationRemark(PublicationWarning Warning, string Picture);

/// <summary>Looks through what is about to be published. What stops it is said as a problem; remarks stop nothing.</summary>
public sealed class PublicationCheck(NewsDb db, PaperClock clock)
{
    /// <summary>Why this cannot be published; null: it can.</summary>
    /// <param name="article">As it stands.</param>
    /// <param name="copy">What would be published; null: what was written last.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<PublishingProblem?> ProblemAsync(Article article, WorkingCopy? copy, CancellationToken cancel = default)
    {
        if (copy is null)
        {
            if (article.State == ArticleState.Published || !await db.Set<ArticleVersion>().AnyAsync(version => version.ArticleId == article.Id, cancel))
                return PublishingProblem.NothingWritten;
            return article.Title.Trim().Length == 0 ? PublishingProblem.NoTitle : null;
        }
        if (copy.Title.Trim().Length == 0)
            return PublishingProblem.NoTitle;
        return await db.Set<Section>().AnyAsync(section => section.Id == copy.SectionId, cancel) ? null : PublishingProblem.NoSection;
    }

    /// <summary>A redirect leads to something that readers can open, and never in a circle: an article that leads on is itself not public.</summary>
    public async Task<PublishingProblem?> TargetProblemAsync(Article article, string movedTo, CancellationToken cancel = default)
    {
        if (movedTo.Length == 0 || await ArticleAtAsync(movedTo, cancel) is not { } target)
            return null;
        if (target == article.Id)
            return PublishingProblem.OwnAddress;
        return await db.Set<Article>().AnyAsync(other => other.Id == target && other.State == ArticleState.Published, cancel)
            ? null : PublishingProblem.TargetNotPublic;
    }

    /// <summary>The article that stands at a path, or to which an old address there leads.</summary>
    private async Task<long?> ArticleAtAsync(string path, CancellationToken cancel)
    {
        if (TypedPath.ArticleAt(path) is { } article)
            return article;
        var parts = path.Split('#')[0].Split('?', 2);
        return OldAddress.Of(parts[0], parts.Length > 1 ? "?" + parts[1] : "") is { } old
            ? await db.Set<Redirect>().Where(redirect => redirect.FromPath == old && redirect.ToKind == "article").Select(redirect => (long?)redirect.ToId).SingleOrDefaultAsync(cancel)
            : null;
    }

    /// <summary>What of its pictures is worth a second look.</summary>
    public async Task<IReadOnlyList<PublicationRemark>> RemarksAsync(ArticleText text, Language language, CancellationToken cancel = default)
    {
        var shown = text.Body.Root.Walk().Where(block => block.Type == "picture")
            .Select(block => (Id: block.NumberAttribute("media") ?? 0, Alt: block.TextAttribute("alt")))
            .Prepend((Id: text.HeroId ?? 0, Alt: (string?)null)).Where(picture => picture.Id > 0).ToList();
        var ids = shown.Select(picture => picture.Id).Distinct().ToArray();
        var media = await db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);
        var remarks = new List<PublicationRemark>();
        foreach (var (id, alt) in shown)
        {
            if (!media.TryGetValue(id, out var item) || !item.HasFile)
            {
                remarks.Add(new PublicationRemark(PublicationWarning.PictureMissing, item?.FileName ?? $"{id}"));
                continue;
            }
            if (item.RightsEnded(clock.Today))
                remarks.Add(new PublicationRemark(PublicationWarning.PictureRightsEnded, item.FileName));
            if ((alt ?? item.Alt.In(language)).Trim().Length == 0)
                remarks.Add(new PublicationRemark(PublicationWarning.PictureWithoutAlt, item.FileName));
        }
        return [.. remarks.Distinct()];
    }
}
