using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Scheduling;

/// <summary>
/// Who runs what. Two keys of the table decide among nodes: a task and its due time are there once, and a task has one
/// unfinished run at most.
/// </summary>
public sealed class TaskRuns(IServiceScopeFactory scopes, PaperClock clock)
{
    /// <summary>How long a run stays with a node that no longer says that it lives.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long finished runs can be looked up.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Takes a run for a node.</summary>
    /// <returns>False: another node has it or has done it, or an earlier run of the task is still under way.</returns>
    public Task<bool> ClaimAsync(string task, DateTimeOffset due, string owner, CancellationToken cancel = default) => WriteAsync(async db =>
    {
        var now = clock.Now;
        var open = await db.Set<TaskRun>().SingleOrDefaultAsync(run => run.Task == task && run.FinishedAt == null, cancel);
        if (open is not null && open.LeaseUntil > now)
            return false;
        if (open is not null && open.DueAt == due)
        {
            (open.LeaseOwner, open.LeaseUntil, open.StartedAt) = (owner, now + Lease, now);
            return true;
        }
        if (open is not null)
        {
            (open.FinishedAt, open.Outcome) = (now, RunOutcome.Lapsed);
            await db.SaveChangesAsync(cancel);
        }
        if (await db.Set<TaskRun>().AnyAsync(run => run.Task == task && run.DueAt == due, cancel))
            return false;
        db.Add(new TaskRun { Task = task, DueAt = due, LeaseOwner = owner, LeaseUntil = now + Lease, StartedAt = now });
        return true;
    }, cancel);

    /// <summary>Says that the node still works on it.</summary>
    /// <returns>False: it is not its any more.</returns>
    public Task<bool> RenewAsync(string task, DateTimeOffset due, string owner, CancellationToken cancel = default) => WriteAsync(async db =>
    {
        var until = clock.Now + Lease;
        return await db.Set<TaskRun>().Where(run => run.Task == task && run.DueAt == due && run.LeaseOwner == owner && run.FinishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.LeaseUntil, until), cancel) > 0;
    }, cancel);

    /// <param name="failure">Why it failed; null: it is done.</param>
    public Task FinishAsync(string task, DateTimeOffset due, string owner, string? failure, CancellationToken cancel = default) => WriteAsync(async db =>
    {
        var now = clock.Now;
        var (outcome, note) = (failure is null ? RunOutcome.Done : RunOutcome.Failed, failure ?? "");
        return await db.Set<TaskRun>().Where(run => run.Task == task && run.DueAt == due && run.LeaseOwner == owner && run.FinishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.FinishedAt, now).SetProperty(run => run.Outcome, outcome).SetProperty(run => run.Note, note), cancel) > 0;
    }, cancel);

    /// <summary>Forgets what was finished long ago.</summary>
    public Task ForgetOldAsync(CancellationToken cancel = default) => WriteAsync(async db =>
    {
        var old = clock.Now - Kept;
        return await db.Set<TaskRun>().Where(run => run.FinishedAt != null && run.DueAt < old).ExecuteDeleteAsync(cancel) > 0;
    }, cancel);

    /// <returns>What the work says, or false where another node was quicker: then nothing was written.</returns>
    private async Task<bool> WriteAsync(Func<NewsDb, Task<bool>> work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(cancel);
        try
        {
            var done = await work(db);
            await write.CommitAsync(cancel);
            return done;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsTaken())
        {
            return false;
        }
    }
}
