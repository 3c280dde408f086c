using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Tags;

/// <summary>What may be done with tags. Every method saves its own write.</summary>
public sealed class TagDesk(NewsDb db, AuditTrail trail, MovedAddresses addresses)
{
    public const int LongestName = 80;

    /// <summary>The tag of that name: the one that is there, or a new one.</summary>
    public async Task<Tag> FindOrCreateAsync(string name, Language language, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var slug = Slug.From(name);
        if (await db.Set<Tag>().SingleOrDefaultAsync(tag => tag.Slug == slug, cancel) is { } known)
            return known;
        var made = await AddAsync(slug, new LocalizedText(language, name), cancel);
        await write.CommitAsync(cancel);
        return made;
    }

    /// <returns>The new tag's id where it was saved.</returns>
    public async Task<(EditOutcome Outcome, long Id)> CreateAsync(string slug, LocalizedText name, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Tag>().AnyAsync(tag => tag.Slug == slug, cancel))
            return (EditOutcome.AddressTaken, 0);
        var made = await AddAsync(slug, name, cancel);
        return (await db.FinishAsync(write, cancel), made.Id);
    }

    /// <summary>Gives a tag other names or another address; the old one leads to it.</summary>
    /// <param name="version">That of the tag when the form was opened.</param>
    public async Task<EditOutcome> SaveAsync(long id, int version, string slug, LocalizedText name, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Tag>().SingleOrDefaultAsync(tag => tag.Id == id, cancel) is not { } tag)
            return EditOutcome.Missing;
        if (tag.Version != version)
            return EditOutcome.Stale;
        if (await db.Set<Tag>().AnyAsync(other => other.Slug == slug && other.Id != id, cancel))
            return EditOutcome.AddressTaken;
        if (slug != tag.Slug)
            await addresses.MoveAsync(new MovedThing(tag.Kind, id), OwnPath.Tag(tag.Slug), OwnPath.Tag(slug), cancel);
        Note("change", tag, tag.Slug == slug ? null : new { before = tag.Slug, after = slug });
        (tag.Slug, tag.Name, tag.Version) = (slug, name, tag.Version + 1);
        await db.NoteTaggedAsync(id, cancel);
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Gives all articles of a tag to another, to which its addresses lead from now on.</summary>
    public async Task<EditOutcome> MergeAsync(long id, int version, long into, CancellationToken cancel = default)
    {
        if (id != into)
            await db.ChangeManyAsync(Tagged(id), () => AreThereAsync(id, version, into, cancel), ids => RetagAsync(ids, id, into, cancel), cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        var tags = await db.Set<Tag>().Where(tag => tag.Id == id || tag.Id == into).ToDictionaryAsync(tag => tag.Id, cancel);
        if (!tags.TryGetValue(id, out var tag) || !tags.TryGetValue(into, out var target) || id == into)
            return EditOutcome.Missing;
        if (tag.Version != version)
            return EditOutcome.Stale;
        await db.ChangeLastAsync(Tagged(id), ids => RetagAsync(ids, id, into, cancel), cancel);
        foreach (var copy in await CopiesAsync(id, cancel))
            copy.Retag(id, into);
        // Names in languages that the other lacks are kept.
        var kept = Language.All.Where(language => tag.Name.Has(language) && !target.Name.Has(language)).ToList();
        foreach (var language in kept)
            target.Name = target.Name.With(language, tag.Name.In(language));
        if (kept.Count > 0)
            await db.NoteTaggedAsync(into, cancel);
        target.Version++;
        await addresses.HandOverAsync(new MovedThing(tag.Kind, id), into, cancel);
        await addresses.LeadAsync(OwnPath.Tag(tag.Slug), new MovedThing(tag.Kind, into), cancel);
        Note("merge", tag, new { into = target.Slug });
        db.Note(target);
        db.Remove(tag);
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Takes a tag off all articles and deletes it; its address says that it is gone.</summary>
    public async Task<EditOutcome> DeleteAsync(long id, int version, CancellationToken cancel = default)
    {
        await db.ChangeManyAsync(Tagged(id), () => db.Set<Tag>().AnyAsync(tag => tag.Id == id && tag.Version == version, cancel), ids => UntagAsync(ids, id, cancel), cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Tag>().SingleOrDefaultAsync(tag => tag.Id == id, cancel) is not { } tag)
            return EditOutcome.Missing;
        if (tag.Version != version)
            return EditOutcome.Stale;
        await db.ChangeLastAsync(Tagged(id), ids => UntagAsync(ids, id, cancel), cancel);
        await addresses.EndAsync(new MovedThing(tag.Kind, id), OwnPath.Tag(tag.Slug), cancel);
        Note("delete", tag);
        db.Remove(tag);
        return await db.FinishAsync(write, cancel);
    }

    private async Task<Tag> AddAsync(string slug, LocalizedText name, CancellationToken cancel)
    {
        var tag = new Tag { Slug = slug, Name = name };
        db.Add(tag);
        await addresses.LiveAsync(OwnPath.Tag(slug), cancel);
        await db.SaveChangesAsync(cancel);
        Note("create", tag);
        return tag;
    }

    private IQueryable<long> Tagged(long id) => db.Set<ArticleTag>().Where(carried => carried.TagId == id).Select(carried => carried.ArticleId);

    private async Task<bool> AreThereAsync(long id, int version, long into, CancellationToken cancel) =>
        await db.Set<Tag>().CountAsync(tag => (tag.Id == id && tag.Version == version) || tag.Id == into, cancel) == 2;

    private async Task RetagAsync(IReadOnlyList<long> articles, long id, long into, CancellationToken cancel)
    {
        await db.Set<ArticleTag>().Where(carried => carried.TagId == id && articles.Contains(carried.ArticleId)
            && db.Set<ArticleTag>().Any(other => other.ArticleId == carried.ArticleId && other.TagId == into)).ExecuteDeleteAsync(cancel);
        await db.Set<ArticleTag>().Where(carried => carried.TagId == id && articles.Contains(carried.ArticleId))
            .ExecuteUpdateAsync(change => change.SetProperty(carried => carried.TagId, into), cancel);
    }

    private Task<int> UntagAsync(IReadOnlyList<long> articles, long id, CancellationToken cancel) =>
        db.Set<ArticleTag>().Where(carried => carried.TagId == id && articles.Contains(carried.ArticleId)).ExecuteDeleteAsync(cancel);

    private async Task<IReadOnlyList<WorkingCopy>> CopiesAsync(long id, CancellationToken cancel)
    {
        var name = WorkingCopy.TagName(id);
        return await db.Set<WorkingCopy>().Where(copy => copy.Names.Contains(name)).ToListAsync(cancel);
    }

    private void Note(string verb, Tag tag, object? details = null)
    {
        db.Note(tag);
        trail.Note(new AuditNote { Verb = verb, Kind = tag.Kind, Id = tag.Id, Thing = tag.Slug, Details = details });
    }
}
