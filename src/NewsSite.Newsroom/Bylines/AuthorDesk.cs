using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Bylines;

/// <summary>What a form says of an author.</summary>
public sealed record AuthorEdit
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public LocalizedText Role { get; init; } = LocalizedText.Empty;
    public LocalizedText Biography { get; init; } = LocalizedText.Empty;
    public long? PortraitId { get; init; }
}

/// <summary>What may be done with authors. Every method saves its own write.</summary>
public sealed class AuthorDesk(NewsDb db, AuditTrail trail, MovedAddresses addresses)
{
    /// <summary>Whether they signed anything, published or not.</summary>
    public Task<bool> HasArticlesAsync(long id, CancellationToken cancel = default) => db.Set<Byline>().AnyAsync(byline => byline.AuthorId == id, cancel);

    /// <returns>The new author's id where it was saved.</returns>
    public async Task<(EditOutcome Outcome, long Id)> AddAsync(AuthorEdit edit, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Author>().AnyAsync(other => other.Slug == edit.Slug, cancel))
            return (EditOutcome.AddressTaken, 0);
        var author = new Author { Slug = edit.Slug, Name = edit.Name };
        Apply(edit, author);
        db.Add(author);
        await addresses.LiveAsync(OwnPath.Author(edit.Slug), cancel);
        await db.SaveChangesAsync(cancel);
        Note("create", author);
        return (await db.FinishAsync(write, cancel), author.Id);
    }

    /// <param name="version">That of the author when the form was opened.</param>
    public async Task<EditOutcome> SaveAsync(long id, int version, AuthorEdit edit, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Author>().SingleOrDefaultAsync(author => author.Id == id, cancel) is not { } author)
            return EditOutcome.Missing;
        if (author.Version != version)
            return EditOutcome.Stale;
        if (await db.Set<Author>().AnyAsync(other => other.Slug == edit.Slug && other.Id != id, cancel))
            return EditOutcome.AddressTaken;
        if (edit.Slug != author.Slug)
            await addresses.MoveAsync(new MovedThing(author.Kind, id), OwnPath.Author(author.Slug), OwnPath.Author(edit.Slug), cancel);
        Note("change", author, author.Slug == edit.Slug ? null : new { before = author.Slug, after = edit.Slug });
        if ((author.Name, author.Slug) != (edit.Name, edit.Slug))
            await db.NoteSignedAsync(id, cancel);
        Apply(edit, author);
        author.Version++;
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Gives all that somebody signed to another, to whom their addresses lead from now on.</summary>
    public async Task<EditOutcome> MergeAsync(long id, int version, long into, CancellationToken cancel = default)
    {
        if (id != into)
            await db.ChangeManyAsync(Signed(id), () => AreThereAsync(id, version, into, cancel), ids => SignAsync(ids, id, into, cancel), cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        var authors = await db.Set<Author>().Where(author => author.Id == id || author.Id == into).ToDictionaryAsync(author => author.Id, cancel);
        if (!authors.TryGetValue(id, out var author) || !authors.TryGetValue(into, out var target) || id == into)
            return EditOutcome.Missing;
        if (author.Version != version)
            return EditOutcome.Stale;
        await db.ChangeLastAsync(Signed(id), ids => SignAsync(ids, id, into, cancel), cancel);
        foreach (var copy in await CopiesAsync(id, cancel))
            copy.Resign(id, into);
        target.Version++;
        await addresses.HandOverAsync(new MovedThing(author.Kind, id), into, cancel);
        await addresses.LeadAsync(OwnPath.Author(author.Slug), new MovedThing(author.Kind, into), cancel);
        Note("merge", author, new { into = target.Slug });
        db.Note(target);
        db.Remove(author);
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Deletes somebody who signed nothing; the address says that they are gone.</summary>
    public async Task<EditOutcome> DeleteAsync(long id, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Author>().SingleOrDefaultAsync(author => author.Id == id, cancel) is not { } author)
            return EditOutcome.Missing;
        if (author.Version != version)
            return EditOutcome.Stale;
        if (await HasArticlesAsync(id, cancel) || (await CopiesAsync(id, cancel)).Count > 0)
            return EditOutcome.InUse;
        await addresses.EndAsync(new MovedThing(author.Kind, id), OwnPath.Author(author.Slug), cancel);
        Note("delete", author);
        db.Remove(author);
        return await db.FinishAsync(write, cancel);
    }

    private IQueryable<long> Signed(long id) => db.Set<Byline>().Where(byline => byline.AuthorId == id).Select(byline => byline.ArticleId);

    private async Task<bool> AreThereAsync(long id, int version, long into, CancellationToken cancel) =>
        await db.Set<Author>().CountAsync(author => (author.Id == id && author.Version == version) || author.Id == into, cancel) == 2;

    private async Task SignAsync(IReadOnlyList<long> articles, long id, long into, CancellationToken cancel)
    {
        await db.Set<Byline>().Where(byline => byline.AuthorId == id && articles.Contains(byline.ArticleId)
            && db.Set<Byline>().Any(other => other.ArticleId == byline.ArticleId && other.AuthorId == into)).ExecuteDeleteAsync(cancel);
        await db.Set<Byline>().Where(byline => byline.AuthorId == id && articles.Contains(byline.ArticleId))
            .ExecuteUpdateAsync(change => change.SetProperty(byline => byline.AuthorId, into), cancel);
    }

    private async Task<IReadOnlyList<WorkingCopy>> CopiesAsync(long id, CancellationToken cancel)
    {
        var name = WorkingCopy.AuthorName(id);
        return await db.Set<WorkingCopy>().Where(copy => copy.Names.Contains(name)).ToListAsync(cancel);
    }

    private static void Apply(AuthorEdit edit, Author author)
    {
        (author.Name, author.Slug, author.Role) = (edit.Name, edit.Slug, edit.Role);
        (author.Biography, author.PortraitId) = (edit.Biography, edit.PortraitId);
    }

    private void Note(string verb, Author author, object? details = null)
    {
        db.Note(author);
        trail.Note(new AuditNote { Verb = verb, Kind = author.Kind, Id = author.Id, Thing = author.Name, Details = details });
    }
}
