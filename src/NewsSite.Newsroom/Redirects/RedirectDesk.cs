using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Redirects;

/// <summary>What may be asked of redirects and done with them. Every method saves its own write.</summary>
public sealed class RedirectDesk(NewsDb db, AuditTrail trail, PaperClock clock)
{
    /// <summary>A row of redirects this long is a mistake, loop or not.</summary>
    private const int MostHops = 10;

    private const int Batch = 500;

    /// <summary>Redirects with these letters in either address, the newest first.</summary>
    public async Task<ListPage<Redirect>> PageAsync(string words, int size, long? before = null, CancellationToken cancel = default)
    {
        var redirects = db.Set<Redirect>().AsNoTracking().Holding((words, redirect => redirect.FromPath), (words, redirect => redirect.ToPath));
        if (before is { } id)
            redirects = redirects.Where(redirect => redirect.Id < id);
        return ListPage<Redirect>.Of(await redirects.OrderByDescending(redirect => redirect.Id).Take(size + 1).ToListAsync(cancel), size);
    }

    /// <param name="replaces">Whether it may take the place of one from the same address.</param>
    public async Task<RedirectProblem> AddAsync(RedirectRule rule, bool replaces, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        try
        {
            if (await PutAsync(rule, replaces, cancel) is var problem and not RedirectProblem.None)
                return problem;
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            db.ChangeTracker.Clear();
            return RedirectProblem.IsKnown;
        }
        trail.Note(new AuditNote { Verb = "add", Kind = "redirect", Thing = rule.From, Details = new { to = rule.To } });
        await write.CommitAsync(cancel);
        return RedirectProblem.None;
    }

    /// <summary>Adds many, a few hundred to a write.</summary>
    /// <returns>For each what was wrong with it; the others are in.</returns>
    public async Task<IReadOnlyList<RedirectProblem>> AddAsync(IReadOnlyList<RedirectRule> rules, bool replaces, CancellationToken cancel = default)
    {
        var problems = new List<RedirectProblem>();
        foreach (var batch in rules.Chunk(Batch))
        {
            await using var write = await db.BeginWriteAsync(cancel);
            foreach (var rule in batch)
                problems.Add(await PutAsync(rule, replaces, cancel));
            var added = problems.TakeLast(batch.Length).Count(problem => problem == RedirectProblem.None);
            if (added > 0)
                trail.Note(new AuditNote { Verb = "import", Kind = "redirect", Thing = $"{added} redirects", Details = new { first = batch[0].From } });
            await write.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }
        return problems;
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(long id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Redirect>().SingleOrDefaultAsync(redirect => redirect.Id == id, cancel) is not { } redirect)
            return false;
        db.Remove(redirect);
        db.Note(redirect);
        trail.Note(new AuditNote { Verb = "delete", Kind = redirect.Kind, Id = id, Thing = redirect.FromPath, Details = new { to = redirect.ToKind + redirect.ToPath, redirect.ToId } });
        await write.CommitAsync(cancel);
        return true;
    }

    private async Task<RedirectProblem> PutAsync(RedirectRule rule, bool replaces, CancellationToken cancel)
    {
        var known = await db.Set<Redirect>().SingleOrDefaultAsync(redirect => redirect.FromPath == rule.From, cancel);
        if (known is not null && !replaces)
            return RedirectProblem.IsKnown;
        if (await LoopsAsync(rule, cancel))
            return RedirectProblem.IsLoop;
        if (known is null)
            db.Add(known = new Redirect { FromPath = rule.From, CreatedAt = clock.Now });
        (known.ToKind, known.ToId, known.ToPath) = ("", 0, rule.To);
        await db.SaveChangesAsync(cancel);
        db.Note(known);
        return RedirectProblem.None;
    }

    /// <summary>Follows where the target leads. Redirects to a thing end there: its address is worked out when asked.</summary>
    private async Task<bool> LoopsAsync(RedirectRule rule, CancellationToken cancel)
    {
        var to = rule.To;
        for (var hops = 0; hops < MostHops; hops++)
        {
            if (RedirectRule.OldPathOf(to, "") is not { } path)
                return false;
            if (path == rule.From)
                return true;
            var next = await db.Set<Redirect>().Where(redirect => redirect.FromPath == path && redirect.ToKind == "").Select(redirect => redirect.ToPath).SingleOrDefaultAsync(cancel);
            if (next is null)
                return false;
            to = next;
        }
        return true;
    }
}
