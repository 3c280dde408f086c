using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>What came of a save.</summary>
/// <param name="IsConflict">Somebody else saved since; <paramref name="Copy"/> is theirs and nothing was written.</param>
public sealed record SavedCopy(WorkingCopy Copy, bool IsConflict);

/// <summary>How a change is told to readers.</summary>
public enum Publication
{
    /// <summary>Moves the time of the update that readers see.</summary>
    Update,

    /// <summary>Spelling and the like: the article changes, its times do not.</summary>
    MinorEdit,
}

/// <summary>Writing: working copies are opened, saved, handed on and published here. Every method saves its own write.</summary>
public sealed class WritingDesk(NewsDb db, EditorialDesk desk, PaperClock clock)
{
    /// <summary>Starts an article that nobody but the desk sees.</summary>
    public async Task<WorkingCopy> StartAsync(Language language, ArticleContent content, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var section = await SectionAsync(content.SectionId, cancel);
        var article = new Article(language, section, clock.Now);
        article.Name(content.Text.Title);
        db.Add(article);
        await db.SaveChangesAsync(cancel);
        var copy = new WorkingCopy { ArticleId = article.Id };
        copy.Save(content, by, clock.Now);
        db.Add(copy);
        await write.CommitAsync(cancel);
        return copy;
    }

    /// <summary>The working copy, or one made from what is published, not yet saved; null where there is no such article.</summary>
    public async Task<WorkingCopy?> OpenAsync(long articleId, CancellationToken cancel = default)
    {
        if (await db.Set<WorkingCopy>().AsNoTracking().SingleOrDefaultAsync(copy => copy.ArticleId == articleId, cancel) is { } saved)
            return saved;
        var article = await desk.FindAsync(articleId, cancel);
        if (article is null)
            return null;
        var version = await LastVersionAsync(article, cancel);
        var copy = new WorkingCopy { ArticleId = articleId };
        if (version is not null)
            copy.Save(ContentOf(article, version), Editor.Paper, article.ModifiedAt);
        return copy;
    }

    /// <summary>Saves what an editor has on the screen.</summary>
    /// <param name="revision">The revision it started from.</param>
    public async Task<SavedCopy?> SaveAsync(long articleId, int revision, ArticleContent content, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var copy = await TrackedAsync(articleId, cancel);
        if (copy is null)
            return null;
        if (copy.Revision != revision)
            return new SavedCopy(copy, IsConflict: true);
        copy.Save(content, by, clock.Now);
        await write.CommitAsync(cancel);
        return new SavedCopy(copy, IsConflict: false);
    }

    public async Task<WorkingCopy?> MoveAsync(long articleId, WorkStage stage, string note, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var copy = await TrackedAsync(articleId, cancel);
        copy?.Move(stage, note, by, clock.Now);
        await write.CommitAsync(cancel);
        return copy;
    }

    /// <summary>Shows the working copy to readers and ends it. Without one, what was written last is published.</summary>
    /// <returns>The article; null where there is none or nothing was ever written.</returns>
    public async Task<Article?> PublishAsync(long articleId, Publication publication, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var article = await desk.FindAsync(articleId, cancel);
        if (article is null || !await ReleaseAsync(article, publication, by, null, cancel))
            return null;
        await write.CommitAsync(cancel);
        return article;
    }

    /// <summary>Shows the working copy to readers and ends it, as part of the caller's write.</summary>
    /// <param name="article">With all that the desk changes.</param>
    /// <param name="publication">How it is told to readers who have the article already.</param>
    /// <param name="by">Who signs the version.</param>
    /// <param name="publishedAt">The time shown above it; null: now. Counts at the first publication only.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>False: nothing was ever written.</returns>
    internal async Task<bool> ReleaseAsync(Article article, Publication publication, Editor by, DateTimeOffset? publishedAt, CancellationToken cancel)
    {
        var copy = await db.Set<WorkingCopy>().SingleOrDefaultAsync(copy => copy.ArticleId == article.Id, cancel);
        var version = copy is null ? await LastVersionAsync(article, cancel) : await ApplyAsync(article, copy.Content, by, cancel);
        if (version is null)
            return false;
        var wasPublished = article.State == ArticleState.Published;
        desk.Publish(article, version, publishedAt);
        if (wasPublished && publication == Publication.Update)
            article.MarkUpdated(clock.Now);
        if (copy is not null)
            db.Remove(copy);
        return true;
    }

    /// <summary>Throws the working copy away; the article stays as readers see it.</summary>
    public async Task DiscardAsync(long articleId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<WorkingCopy>().SingleOrDefaultAsync(copy => copy.ArticleId == articleId, cancel) is { } copy)
            db.Remove(copy);
        await write.CommitAsync(cancel);
    }

    private async Task<ArticleVersion> ApplyAsync(Article article, ArticleContent content, Editor by, CancellationToken cancel)
    {
        if (content.SectionId != article.SectionId)
            article.File(await SectionAsync(content.SectionId, cancel), clock.Now);
        article.SignedBy(content.AuthorIds);
        article.TaggedWith(content.TagIds);
        var version = await desk.WriteAsync(article, content.Text, by, cancel);
        article.Rename(content.Slug.Length > 0 ? content.Slug : Platform.Html.Slug.From(content.Text.Title));
        return version;
    }

    private async Task<WorkingCopy?> TrackedAsync(long articleId, CancellationToken cancel)
    {
        if (await db.Set<WorkingCopy>().SingleOrDefaultAsync(copy => copy.ArticleId == articleId, cancel) is { } saved)
            return saved;
        var made = await OpenAsync(articleId, cancel);
        if (made is not null)
            db.Add(made);
        return made;
    }

    private async Task<ArticleVersion?> LastVersionAsync(Article article, CancellationToken cancel) =>
        await db.Set<ArticleVersion>().AsNoTracking().Where(version => version.ArticleId == article.Id)
            .OrderByDescending(version => version.Number == article.PublishedNumber).ThenByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancel);

    private async Task<Section> SectionAsync(long id, CancellationToken cancel) =>
        await db.Set<Section>().SingleOrDefaultAsync(section => section.Id == id, cancel)
        ?? throw new InvalidOperationException($"There is no section {id}");

    private static ArticleContent ContentOf(Article article, ArticleVersion version) => new()
    {
        Text = version.Text,
        SectionId = article.SectionId,
        Slug = article.Slug,
        AuthorIds = [.. article.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.AuthorId)],
        TagIds = [.. article.Tags.Select(tag => tag.TagId).Order()],
    };
}
