using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.StaticPages;

/// <summary>What a form says of a page.</summary>
public sealed record StaticPageEdit
{
    public required Language Language { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required BlockDocument Body { get; init; }
    public bool IsPublished { get; init; }
}

/// <summary>A page as the newsroom's list shows it.</summary>
public sealed record StaticPageLine(long Id, string Slug, string Language, string Title, bool IsPublished, DateTimeOffset ModifiedAt);

/// <summary>What may be done with the static pages. Every method saves its own write.</summary>
public sealed class StaticPageDesk(NewsDb db, AuditTrail trail, MovedAddresses addresses, PaperClock clock)
{
    private const int MostVersions = 50;

    /// <summary>All pages of a language in the order of the footer; a paper has a few dozen at most.</summary>
    public async Task<IReadOnlyList<StaticPageLine>> ListAsync(Language language, CancellationToken cancel = default) =>
        await db.Set<StaticPage>().AsNoTracking().Where(page => page.Language == language.Code).OrderBy(page => page.Position).ThenBy(page => page.Id)
            .Select(page => new StaticPageLine(page.Id, page.Slug, page.Language, page.Title, page.IsPublished, page.ModifiedAt)).Take(500).ToListAsync(cancel);

    public Task<StaticPage?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<StaticPage>().AsNoTracking().SingleOrDefaultAsync(page => page.Id == id, cancel);

    /// <summary>What it said before, the newest first.</summary>
    public async Task<IReadOnlyList<StaticPageVersion>> VersionsAsync(long id, CancellationToken cancel = default) =>
        await db.Set<StaticPageVersion>().AsNoTracking().Where(version => version.PageId == id).OrderByDescending(version => version.Number).Take(MostVersions).ToListAsync(cancel);

    /// <returns>The new page's id where it was saved.</returns>
    public async Task<(EditOutcome Outcome, long Id)> AddAsync(StaticPageEdit edit, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await IsTakenAsync(edit, 0, cancel))
            return (EditOutcome.AddressTaken, 0);
        var last = await db.Set<StaticPage>().Where(page => page.Language == edit.Language.Code).MaxAsync(page => (int?)page.Position, cancel) ?? -1;
        var made = new StaticPage { Slug = edit.Slug, Language = edit.Language.Code, Title = edit.Title, Position = last + 1, ModifiedAt = clock.Now };
        Apply(edit, made);
        db.Add(made);
        await addresses.LiveAsync(OwnPath.StaticPage(edit.Slug), cancel, edit.Language);
        await db.SaveChangesAsync(cancel);
        Keep(made, by);
        Note("create", made);
        return (await db.FinishAsync(write, cancel), made.Id);
    }

    /// <param name="version">That of the page when the form was opened.</param>
    public async Task<EditOutcome> SaveAsync(long id, int version, StaticPageEdit edit, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<StaticPage>().SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } page)
            return EditOutcome.Missing;
        if (page.Version != version)
            return EditOutcome.Stale;
        if (await IsTakenAsync(edit with { Language = Language.OrDefault(page.Language) }, id, cancel))
            return EditOutcome.AddressTaken;
        if (!await db.Set<StaticPageVersion>().AnyAsync(kept => kept.PageId == id, cancel))
            Keep(page, Editor.Paper);
        if (edit.Slug != page.Slug)
        {
            await addresses.MoveAsync(new MovedThing(page.Kind, id), OwnPath.StaticPage(page.Slug), OwnPath.StaticPage(edit.Slug), cancel, Language.OrDefault(page.Language));
            page.Slug = edit.Slug;
        }
        Apply(edit, page);
        page.ModifiedAt = clock.Now;
        page.Version++;
        Keep(page, by);
        Note(edit.IsPublished ? "change" : "change draft", page);
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Changes places with the page before or after it.</summary>
    public async Task<EditOutcome> StepAsync(long id, int step, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<StaticPage>().SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } moved)
            return EditOutcome.Missing;
        var pages = await db.Set<StaticPage>().Where(page => page.Language == moved.Language).OrderBy(page => page.Position).ThenBy(page => page.Id).ToListAsync(cancel);
        var to = pages.IndexOf(moved) + Math.Sign(step);
        if (to < 0 || to >= pages.Count)
            return EditOutcome.Saved;
        pages.Remove(moved);
        pages.Insert(to, moved);
        foreach (var (position, page) in pages.Index())
            page.Position = position;
        Note("order", moved);
        return await db.FinishAsync(write, cancel);
    }

    /// <summary>Deletes a page with its versions; its address says that it is gone.</summary>
    public async Task<EditOutcome> DeleteAsync(long id, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<StaticPage>().SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } page)
            return EditOutcome.Missing;
        if (page.Version != version)
            return EditOutcome.Stale;
        await db.Set<StaticPageVersion>().Where(kept => kept.PageId == id).ExecuteDeleteAsync(cancel);
        await addresses.EndAsync(new MovedThing(page.Kind, id), OwnPath.StaticPage(page.Slug), cancel, Language.OrDefault(page.Language));
        Note("delete", page);
        db.Remove(page);
        return await db.FinishAsync(write, cancel);
    }

    private Task<bool> IsTakenAsync(StaticPageEdit edit, long id, CancellationToken cancel) =>
        db.Set<StaticPage>().AnyAsync(other => other.Slug == edit.Slug && other.Language == edit.Language.Code && other.Id != id, cancel);

    private static void Apply(StaticPageEdit edit, StaticPage page) => (page.Title, page.Body, page.IsPublished) = (edit.Title, edit.Body, edit.IsPublished);

    private void Keep(StaticPage page, Editor by) => db.Add(new StaticPageVersion
    {
        PageId = page.Id,
        Number = page.Version,
        Title = page.Title,
        Body = page.Body,
        At = page.ModifiedAt,
        ById = by.UserId,
        ByName = by.Name,
    });

    private void Note(string verb, StaticPage page)
    {
        db.Note(page);
        trail.Note(new AuditNote { Verb = verb, Kind = page.Kind, Id = page.Id, Thing = page.Title });
    }
}
