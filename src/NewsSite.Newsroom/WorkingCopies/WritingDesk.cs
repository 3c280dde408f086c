using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Reviews;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>What came of a save.</summary>
/// <param name="Copy">What is there now.</param>
/// <param name="Language">The article's.</param>
/// <param name="IsConflict">Somebody else saved since; <paramref name="Copy"/> is theirs and nothing was written.</param>
public sealed record SavedCopy(WorkingCopy Copy, Language Language, bool IsConflict);

/// <summary>How a change is told to readers.</summary>
public enum Publication
{
    /// <summary>Moves the time of the update that readers see.</summary>
    Update,

    /// <summary>Spelling and the like: the article changes, its times do not.</summary>
    MinorEdit,
}

/// <summary>Writing: working copies are opened, saved, handed on and published here. Every method saves its own write.</summary>
public sealed class WritingDesk(NewsDb db, EditorialDesk desk, References references, PaperClock clock, AuditTrail audit)
{
    /// <summary>Starts an article that nobody but the desk sees.</summary>
    public async Task<WorkingCopy> StartAsync(Language language, ArticleContent content, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var section = await SectionAsync(content.SectionId, cancel);
        var article = new Article(language, section, clock.Now, by.UserId);
        article.WorkedOn(content.Text.Title, section, language, clock.Now);
        db.Add(article);
        await db.SaveChangesAsync(cancel);
        var copy = new WorkingCopy { ArticleId = article.Id };
        copy.Save(content, by, clock.Now);
        db.Add(copy);
        Note("start", article, copy.Title);
        await write.CommitAsync(cancel);
        return copy;
    }

    /// <summary>The working copy, or one made from what is published, not yet saved; null where there is no such article.</summary>
    public async Task<WorkingCopy?> OpenAsync(long articleId, CancellationToken cancel = default)
    {
        if (await db.Set<WorkingCopy>().AsNoTracking().SingleOrDefaultAsync(copy => copy.ArticleId == articleId, cancel) is { } saved)
            return saved;
        return await desk.FindAsync(articleId, cancel) is { } article ? await MadeFromAsync(article, cancel) : null;
    }

    /// <summary>Saves what an editor has on the screen. Saying again what is there already is no conflict: an answer may have been lost.</summary>
    /// <param name="articleId">Null is returned where there is no such article.</param>
    /// <param name="revision">The revision it started from.</param>
    public async Task<SavedCopy?> SaveAsync(long articleId, int revision, ArticleContent content, Editor by, CancellationToken cancel = default)
    {
        try
        {
            return await TrySaveAsync(articleId, revision, content, by, cancel);
        }
        catch (DbUpdateException)
        {
            // On PostgreSQL somebody may have saved between the look and the write: now theirs is there to be seen.
            db.ChangeTracker.Clear();
            return await TrySaveAsync(articleId, revision, content, by, cancel);
        }
    }

    private async Task<SavedCopy?> TrySaveAsync(long articleId, int revision, ArticleContent content, Editor by, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await desk.FindAsync(articleId, cancel) is not { } article)
            return null;
        var copy = await TrackedAsync(article, cancel);
        var language = Language.OrDefault(article.Language);
        var isSame = content.IsSame(copy.Content with { Language = language });
        if (copy.Revision != revision || isSame)
        {
            // One that was only made to be looked at must not be written with somebody's next write.
            if (db.Entry(copy).State == EntityState.Added)
                db.Entry(copy).State = EntityState.Detached;
            return new SavedCopy(copy, language, IsConflict: !isSame || (copy.Revision != revision && copy.SavedById != by.UserId));
        }
        await KeepOthersWorkAsync(article, copy, by, cancel);
        copy.Save(content, by, clock.Now);
        await WorkedOnAsync(article, content, cancel);
        await write.CommitAsync(cancel);
        return new SavedCopy(copy, Language.OrDefault(article.Language), IsConflict: false);
    }

    /// <summary>Hands it in, sends it back or calls it ready, whatever its stage.</summary>
    public async Task<WorkingCopy?> MoveAsync(long articleId, WorkStage stage, string note, Editor by, CancellationToken cancel = default) =>
        await MoveAsync(articleId, new StageMove { To = stage, By = by, Note = note }, cancel) == Handover.Done ? await OpenAsync(articleId, cancel) : null;

    /// <summary>
    /// Moves it from one stage to another; what was written until then is kept as a version. The stage is looked at in the write: of
    /// two people at once one wins, and the other is told.
    /// </summary>
    internal async Task<Handover> MoveAsync(long articleId, StageMove move, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        try
        {
            // What was read before the write began may be old by now.
            db.ChangeTracker.Clear();
            if (await desk.FindAsync(articleId, cancel) is not { } article)
                return Handover.Missing;
            var copy = await TrackedAsync(article, cancel);
            if (!move.From.Contains(copy.Stage))
                return Refused(Handover.NotNow);
            if (copy.Title.Trim().Length == 0 && move.NeedsHeadline)
                return Refused(Handover.NoHeadline);
            (await desk.KeepAsync(article, copy.Content.Text, move.By, CauseOf(move.To), cancel)).Naming(copy.AuthorIds, copy.TagIds);
            copy.Move(move.To, move.Note, move.By, clock.Now);
            await WorkedOnAsync(article, copy.Content, cancel);
            Note(move.To switch { WorkStage.InReview => "hand in", WorkStage.Ready => "call ready", _ => "send back" }, article, copy.Title);
            move.Done();
            await write.CommitAsync(cancel);
            return Handover.Done;
        }
        catch (DbUpdateException)
        {
            // On PostgreSQL somebody may have moved it between the look and the write.
            return Refused(Handover.NotNow);
        }
    }

    /// <summary>What was only made to be looked at must not be written with the next write of the request.</summary>
    private Handover Refused(Handover why)
    {
        db.ChangeTracker.Clear();
        return why;
    }

    /// <summary>Shows the working copy to readers and ends it. Without one, what was written last is published.</summary>
    /// <returns>The article; null where there is none or nothing was ever written.</returns>
    public async Task<Article?> PublishAsync(long articleId, Publication publication, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var article = await desk.FindAsync(articleId, cancel);
        if (article is null || !await ReleaseAsync(article, publication, by, null, cancel))
            return null;
        Note("publish", article, article.Title);
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

    /// <summary>
    /// The working copy says again what an older version said; readers see it when it is published. What was there stays as a
    /// version, and history is never rewritten.
    /// </summary>
    public async Task<WorkingCopy?> RollBackAsync(long articleId, int number, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var older = await db.Set<ArticleVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.ArticleId == articleId && version.Number == number, cancel);
        if (older is null || await desk.FindAsync(articleId, cancel) is not { } article)
            return null;
        var copy = await TrackedAsync(article, cancel);
        if (copy.Content.Text.IsSame(older.Text))
            return copy;
        await KeepAsync(article, copy, cancel);
        copy.Save(copy.Content with { Text = older.Text }, by, clock.Now);
        (await desk.KeepAsync(article, older.Text, by, VersionCause.RolledBack, cancel)).Naming(copy.AuthorIds, copy.TagIds);
        await WorkedOnAsync(article, copy.Content, cancel);
        Note("roll back", article, copy.Title, new { number });
        await write.CommitAsync(cancel);
        return copy;
    }

    /// <summary>Throws the working copy away; the article stays as readers see it.</summary>
    public async Task DiscardAsync(long articleId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<WorkingCopy>().SingleOrDefaultAsync(copy => copy.ArticleId == articleId, cancel) is { } copy)
            db.Remove(copy);
        await write.CommitAsync(cancel);
    }

    /// <summary>Before somebody else goes on, what the last one left is kept under their name.</summary>
    private async Task KeepOthersWorkAsync(Article article, WorkingCopy copy, Editor by, CancellationToken cancel)
    {
        if (copy.SavedById == by.UserId)
            return;
        if (copy.SavedById != 0)
            await KeepAsync(article, copy, cancel);
        Note("write", article, copy.Title);
    }

    /// <summary>Keeps the working copy as it stands, unless the last version says the same.</summary>
    private async Task KeepAsync(Article article, WorkingCopy copy, CancellationToken cancel)
    {
        var last = await db.Set<ArticleVersion>().AsNoTracking().Where(version => version.ArticleId == article.Id)
            .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);
        if (last?.Text.IsSame(copy.Content.Text) != true)
            (await desk.KeepAsync(article, copy.Content.Text, new Editor(copy.SavedById, copy.SavedByName), VersionCause.Saved, cancel)).Naming(copy.AuthorIds, copy.TagIds);
    }

    private async Task<ArticleVersion> ApplyAsync(Article article, ArticleContent written, Editor by, CancellationToken cancel)
    {
        var content = await references.WithoutGoneAsync(written, cancel);
        if (content.SectionId != article.SectionId)
            article.File(await SectionAsync(content.SectionId, cancel), clock.Now);
        article.SignedBy(content.AuthorIds);
        article.TaggedWith(content.TagIds);
        var version = (await desk.WriteAsync(article, content.Text, by, VersionCause.Published, cancel)).Naming(content.AuthorIds, content.TagIds);
        article.Rename(content.Slug.Length > 0 ? content.Slug : Platform.Html.Slug.From(content.Text.Title));
        return version;
    }

    /// <summary>The newsroom's lists follow what was written.</summary>
    private async Task WorkedOnAsync(Article article, ArticleContent content, CancellationToken cancel)
    {
        var section = content.SectionId == article.SectionId ? article.Section : await SectionAsync(content.SectionId, cancel);
        article.WorkedOn(content.Text.Title, section, content.Language ?? Language.OrDefault(article.Language), clock.Now);
    }

    private async Task<WorkingCopy> TrackedAsync(Article article, CancellationToken cancel)
    {
        if (await db.Set<WorkingCopy>().SingleOrDefaultAsync(copy => copy.ArticleId == article.Id, cancel) is { } saved)
            return saved;
        var made = await MadeFromAsync(article, cancel);
        db.Add(made);
        return made;
    }

    private async Task<WorkingCopy> MadeFromAsync(Article article, CancellationToken cancel)
    {
        var copy = new WorkingCopy { ArticleId = article.Id };
        if (await LastVersionAsync(article, cancel) is { } version)
            copy.Save(ContentOf(article, version), Editor.Paper, article.ModifiedAt);
        if (article.State == ArticleState.InReview)
            copy.Move(WorkStage.InReview, "", Editor.Paper, article.ModifiedAt);
        return copy;
    }

    private async Task<ArticleVersion?> LastVersionAsync(Article article, CancellationToken cancel) =>
        await db.Set<ArticleVersion>().AsNoTracking().Where(version => version.ArticleId == article.Id)
            .OrderByDescending(version => version.Number == article.PublishedNumber).ThenByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancel);

    private async Task<Section> SectionAsync(long id, CancellationToken cancel) =>
        await db.Set<Section>().SingleOrDefaultAsync(section => section.Id == id, cancel)
        ?? throw new InvalidOperationException($"There is no section {id}");

    private void Note(string verb, Article article, string title, object? details = null) =>
        audit.Note(new AuditNote { Verb = verb, Kind = article.Kind, Id = article.Id, Thing = title, Details = details });

    private static VersionCause CauseOf(WorkStage stage) => stage switch
    {
        WorkStage.InReview => VersionCause.HandedIn,
        WorkStage.Ready => VersionCause.Ready,
        _ => VersionCause.SentBack,
    };

    private static ArticleContent ContentOf(Article article, ArticleVersion version) => new()
    {
        Text = version.Text,
        SectionId = article.SectionId,
        Slug = article.Slug,
        AuthorIds = [.. article.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.AuthorId)],
        TagIds = [.. article.Tags.Select(tag => tag.TagId).Order()],
    };
}
