using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Sections;

/// <summary>What may be done with the sections of the paper. Every method saves its own write.</summary>
public sealed class SectionDesk(NewsDb db, AuditTrail trail, MovedAddresses addresses)
{
    public Task<Section?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Section>().AsNoTracking().SingleOrDefaultAsync(section => section.Id == id, cancel);

    /// <summary>All sections as they are now, in the paper's order.</summary>
    public Task<List<Section>> ListAsync(CancellationToken cancel = default) =>
        db.Set<Section>().AsNoTracking().OrderBy(section => section.Position).ThenBy(section => section.Id).ToListAsync(cancel);

    /// <returns>The new section's id where it was saved.</returns>
    public async Task<(EditOutcome Outcome, long Id)> AddAsync(SectionEdit edit, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var sections = await LoadAsync(cancel);
        if (sections.Exists(other => other.Slug == edit.Slug))
            return (EditOutcome.AddressTaken, 0);
        if (edit.ParentId is { } parent && sections.TrueForAll(other => other.Id != parent))
            return (EditOutcome.Missing, 0);
        var section = new Section { Slug = edit.Slug, Name = edit.Name, Position = sections.Select(other => other.Position).DefaultIfEmpty(-1).Max() + 1 };
        Apply(edit, section);
        db.Add(section);
        await addresses.LiveAsync(OwnPath.Section(edit.Slug), cancel);
        await db.SaveChangesAsync(cancel);
        Note("create", section);
        return (await db.FinishAsync(write, cancel), section.Id);
    }

    /// <param name="version">That of the section when the form was opened.</param>
    public async Task<EditOutcome> SaveAsync(long id, int version, SectionEdit edit, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var sections = await LoadAsync(cancel);
        if (sections.Find(section => section.Id == id) is not { } section)
            return EditOutcome.Missing;
        if (section.Version != version)
            return EditOutcome.Stale;
        if (sections.Exists(other => other.Slug == edit.Slug && other != section))
            return EditOutcome.AddressTaken;
        // Articles are found by the names of the sections that they lie in.
        var isFoundOtherwise = edit.Slug != section.Slug || !edit.Name.Equals(section.Name) || edit.ParentId != section.ParentId;
        if (edit.ParentId != section.ParentId && Place(sections, section, edit.ParentId) is var placed and not EditOutcome.Saved)
            return placed;
        if (edit.Slug != section.Slug)
            await addresses.MoveAsync(new MovedThing(section.Kind, id), OwnPath.Section(section.Slug), OwnPath.Section(edit.Slug), cancel);
        var before = section.Slug;
        if (isFoundOtherwise)
            await db.NoteFiledAsync(Under(sections, id), cancel);
        Apply(edit, section);
        section.Slug = edit.Slug;
        section.Version++;
        Note("change", section, before == edit.Slug ? null : new { before, after = edit.Slug });
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Changes places with the section before or after it.</summary>
    public async Task<EditOutcome> StepAsync(long id, int step, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var sections = await LoadAsync(cancel);
        if (sections.Find(section => section.Id == id) is not { } moved)
            return EditOutcome.Missing;
        var siblings = sections.FindAll(section => section.ParentId == moved.ParentId);
        var (from, to) = (siblings.IndexOf(moved), siblings.IndexOf(moved) + Math.Sign(step));
        if (to >= 0 && to < siblings.Count)
        {
            siblings.RemoveAt(from);
            siblings.Insert(to, moved);
            var order = sections.Where(section => section.ParentId != moved.ParentId).Concat(siblings).ToList();
            Number(sections, order);
            Note("order", moved);
        }
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Puts all sections into an order and into each other.</summary>
    /// <param name="revision">The <see cref="RevisionOf"/> from which it started.</param>
    /// <param name="children">For each section, and 0 for the paper itself, those that lie in it, in order.</param>
    public async Task<EditOutcome> ArrangeAsync(int revision, IReadOnlyDictionary<long, IReadOnlyList<long>> children, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var sections = await LoadAsync(cancel);
        if (RevisionOf(sections) != revision)
            return EditOutcome.Stale;
        var byId = sections.ToDictionary(section => section.Id);
        var named = children.SelectMany(parent => parent.Value).ToList();
        if (named.Distinct().Count() != named.Count || !named.ToHashSet().SetEquals(byId.Keys) || children.Keys.Any(parent => parent != 0 && !byId.ContainsKey(parent)))
            return EditOutcome.Stale;
        var moved = children.SelectMany(parent => parent.Value.Select(id => (Section: byId[id], Parent: parent.Key))).Where(place => (place.Section.ParentId ?? 0) != place.Parent).ToList();
        foreach (var (section, parent) in moved)
            (section.ParentId, section.Version) = (parent == 0 ? null : parent, section.Version + 1);
        if (sections.Exists(section => IsIn(sections, section, section.ParentId)))
        {
            db.ChangeTracker.Clear();
            return EditOutcome.Circular;
        }
        Number(sections, [.. named.Select(id => byId[id])]);
        if (moved.Count > 0)
            await db.NoteFiledAsync([.. moved.SelectMany(place => Under(sections, place.Section.Id)).Distinct()], cancel);
        trail.Note(new AuditNote { Verb = "order", Kind = "section", Thing = "Sections" });
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>A number that changes with every change of any section.</summary>
    public static int RevisionOf(IEnumerable<Section> sections) => sections.Sum(section => section.Version + 1);

    /// <summary>Whether articles are filed in it, published or not.</summary>
    public async Task<bool> HasArticlesAsync(long id, CancellationToken cancel = default) =>
        await db.Set<Article>().AnyAsync(article => article.SectionId == id, cancel);

    /// <summary>Deletes a section; its articles and the sections in it go to another, and its address leads there.</summary>
    /// <param name="heir">Where they go; null: only an empty section may go.</param>
    public async Task<EditOutcome> DeleteAsync(long id, int version, long? heir, CancellationToken cancel = default)
    {
        var articles = db.Set<Article>().Where(article => article.SectionId == id).Select(article => article.Id);
        // Most of them before, a few hundred to a write; what goes wrong in the end leaves them where they were to go.
        if (heir is { } taker)
            await db.ChangeManyAsync(articles, () => MayTakeAsync(id, version, taker, cancel), ids => FileAsync(ids, taker, cancel), cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        var sections = await LoadAsync(cancel);
        if (sections.Find(section => section.Id == id) is not { } section)
            return EditOutcome.Missing;
        if (section.Version != version)
            return EditOutcome.Stale;
        var inner = sections.FindAll(other => other.ParentId == id);
        if (heir is not { } to)
        {
            if (inner.Count > 0 || await HasArticlesAsync(id, cancel) || await db.Set<WorkingCopy>().AnyAsync(copy => copy.SectionId == id, cancel))
                return EditOutcome.InUse;
            await addresses.EndAsync(new MovedThing(section.Kind, id), OwnPath.Section(section.Slug), cancel);
        }
        else
        {
            if (sections.Find(other => other.Id == to) is not { } target)
                return EditOutcome.Missing;
            if (to == id || IsIn(sections, section, to))
                return EditOutcome.Circular;
            if (inner.Count > 0)
                await db.NoteFiledAsync([.. Under(sections, id).Where(other => other != id)], cancel);
            foreach (var child in inner)
                (child.ParentId, child.Version) = (to, child.Version + 1);
            await db.ChangeLastAsync(articles, ids => FileAsync(ids, to, cancel), cancel);
            await db.Set<WorkingCopy>().Where(copy => copy.SectionId == id).ExecuteUpdateAsync(change => change.SetProperty(copy => copy.SectionId, to), cancel);
            await addresses.HandOverAsync(new MovedThing(section.Kind, id), to, cancel);
            await addresses.LeadAsync(OwnPath.Section(section.Slug), new MovedThing(section.Kind, to), cancel);
            db.Note(target);
        }
        await db.SaveChangesAsync(cancel);
        db.Remove(section);
        Note("delete", section, heir is null ? null : new { articlesTo = heir });
        return await db.FinishAsync(write, cancel);
    }

    private async Task<bool> MayTakeAsync(long id, int version, long heir, CancellationToken cancel)
    {
        var sections = await db.Set<Section>().AsNoTracking().ToListAsync(cancel);
        return sections.Find(section => section.Id == id) is { } section && section.Version == version
            && sections.Exists(other => other.Id == heir) && heir != id && !IsIn(sections, section, heir);
    }

    private Task<int> FileAsync(IReadOnlyList<long> ids, long section, CancellationToken cancel) =>
        db.Set<Article>().Where(article => ids.Contains(article.Id)).ExecuteUpdateAsync(
            change => change.SetProperty(article => article.SectionId, section).SetProperty(article => article.Version, article => article.Version + 1), cancel);

    private Task<List<Section>> LoadAsync(CancellationToken cancel) =>
        db.Set<Section>().OrderBy(section => section.Position).ThenBy(section => section.Id).ToListAsync(cancel);

    /// <summary>Puts a section into another. That one counts a change too, so that two people cannot put two sections into each other.</summary>
    private static EditOutcome Place(List<Section> sections, Section section, long? parent)
    {
        if (parent is not null && sections.Find(other => other.Id == parent) is null)
            return EditOutcome.Missing;
        if (parent == section.Id || IsIn(sections, section, parent))
            return EditOutcome.Circular;
        if (sections.Find(other => other.Id == parent) is { } into)
            into.Version++;
        section.ParentId = parent;
        return EditOutcome.Saved;
    }

    /// <summary>Whether the place lies in the section, however deep.</summary>
    private static bool IsIn(List<Section> sections, Section section, long? place)
    {
        for (var steps = 0; place is not null && steps <= sections.Count; steps++)
        {
            if (place == section.Id)
                return true;
            place = sections.Find(other => other.Id == place)?.ParentId;
        }
        return place is not null;
    }

    /// <summary>A section with all that lie in it.</summary>
    private static List<long> Under(List<Section> sections, long id) => [.. sections.Where(section => IsIn(sections, sections.Find(top => top.Id == id)!, section.Id)).Select(section => section.Id)];

    private static void Apply(SectionEdit edit, Section section)
    {
        (section.Name, section.Description, section.Colour) = (edit.Name, edit.Description, edit.Colour);
        (section.ParentId, section.JobCategories) = (edit.ParentId, [.. edit.JobCategories]);
    }

    private void Number(List<Section> sections, List<Section> order)
    {
        foreach (var (position, section) in order.Index().Where(placed => placed.Item.Position != placed.Index))
            (section.Position, section.Version) = (position, section.Version + 1);
        foreach (var section in sections.Where(section => db.Entry(section).State == EntityState.Modified))
            db.Note(section);
    }

    private void Note(string verb, Section section, object? details = null)
    {
        db.Note(section);
        trail.Note(new AuditNote { Verb = verb, Kind = section.Kind, Id = section.Id, Thing = section.Slug, Details = details });
    }
}
