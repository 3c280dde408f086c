using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Platform.Database;
using NewsSite.Platform.Scheduling;
using NewsSite.Platform.Site;

namespace NewsSite.IntegrationTests.Scheduling;

public abstract class TaskRunsTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private const string Task = "count";

    private int _count;

    [Fact]
    public async Task Of_several_nodes_one_runs_it()
    {
        var nodes = Enumerable.Range(0, 8).Select(_ => Node()).ToList();
        var due = Clock.Now;
        for (var second = 0; second < 5; second++)
            await System.Threading.Tasks.Task.WhenAll(nodes.Select(node => node.RunAsync(Counting(), due.AddSeconds(second), Cancel)));

        Assert.Equal(5, _count);
        Assert.All(await RunsAsync(), run => Assert.Equal(RunOutcome.Done, run.Outcome));
    }

    [Fact]
    public async Task A_run_under_way_holds_off_the_next_until_it_ends_or_its_node_is_silent()
    {
        var runs = New<TaskRuns>();
        Assert.True(await runs.ClaimAsync(Task, Clock.Now, "first", Cancel));
        Assert.False(await runs.ClaimAsync(Task, Clock.Now.AddSeconds(2), "second", Cancel));
        Assert.True(await runs.ClaimAsync("another", Clock.Now, "second", Cancel));

        Clock.Advance(TaskRuns.Lease / 2);
        Assert.True(await runs.RenewAsync(Task, Clock.Now - (TaskRuns.Lease / 2), "first", Cancel));
        Clock.Advance(TaskRuns.Lease - TimeSpan.FromSeconds(1));
        Assert.False(await runs.ClaimAsync(Task, Clock.Now, "second", Cancel));
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await runs.ClaimAsync(Task, Clock.Now, "second", Cancel));

        Assert.Equal([RunOutcome.Lapsed, RunOutcome.Running], (await RunsAsync()).Where(run => run.Task == Task).Select(run => run.Outcome));
        Assert.False(await runs.RenewAsync(Task, Clock.Now - (TaskRuns.Lease * 1.5) - TimeSpan.FromSeconds(1), "first", Cancel));
    }

    [Fact]
    public async Task What_a_dead_node_had_begun_is_begun_again()
    {
        var due = Clock.Now;
        Assert.True(await New<TaskRuns>().ClaimAsync(Task, due, "dead", Cancel));
        Clock.Advance(TaskRuns.Lease + TimeSpan.FromSeconds(1));

        Assert.True(await Node().RunAsync(Counting(), due, Cancel));
        Assert.False(await Node().RunAsync(Counting(), due, Cancel));
        Assert.Equal((1, RunOutcome.Done), (_count, Assert.Single(await RunsAsync()).Outcome));
    }

    [Fact]
    public async Task A_failure_is_written_down_and_the_next_run_comes()
    {
        var failing = Counting() with { Run = (_, _) => throw new InvalidOperationException("The disk is full") };
        Assert.False(await Node().RunAsync(failing, Clock.Now, Cancel));
        Assert.Equal((RunOutcome.Failed, "The disk is full"), ((await RunsAsync())[0].Outcome, (await RunsAsync())[0].Note));

        Assert.True(await Node().RunAsync(Counting(), Clock.Now.AddSeconds(2), Cancel));
    }

    [Fact]
    public async Task Without_work_nothing_is_written()
    {
        Assert.False(await Node().RunAsync(Counting() with { HasWork = (_, _) => System.Threading.Tasks.Task.FromResult(false) }, Clock.Now, Cancel));
        Assert.Empty(await RunsAsync());
    }

    [Fact]
    public async Task A_nightly_run_that_was_missed_is_caught_up_at_the_start_once()
    {
        // 09:00 UTC on 18 November is 10:00 in Brussels: half past three was in the night.
        var nightly = Counting() with { When = "0 30 3 * * ?" };
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 2, 30, 0, TimeSpan.Zero), nightly.DueBefore(Clock.Now, New<PaperClock>().Zone));

        await CatchUpAsync(nightly);
        await CatchUpAsync(nightly);
        Assert.Equal(1, _count);

        Clock.Advance(TimeSpan.FromDays(3));
        await CatchUpAsync(nightly);
        Assert.Equal(2, _count);
    }

    [Fact]
    public async Task Old_runs_are_forgotten()
    {
        await Node().RunAsync(Counting(), Clock.Now, Cancel);
        Clock.Advance(TimeSpan.FromDays(31));
        await Node().RunAsync(Counting(), Clock.Now, Cancel);

        await New<TaskRuns>().ForgetOldAsync(Cancel);

        Assert.Equal(Clock.Now, Assert.Single(await RunsAsync()).DueAt);
    }

    private RecurringTask Counting() => new()
    {
        Name = Task,
        Module = "Tests",
        When = "0/2 * * * * ?",
        Run = (_, _) => System.Threading.Tasks.Task.FromResult(Interlocked.Increment(ref _count)),
    };

    private TaskRunner Node() => new(New<IServiceScopeFactory>(), New<TaskRuns>(), Clock, NullLogger<TaskRunner>.Instance);

    private async Task CatchUpAsync(RecurringTask task)
    {
        using var missed = new MissedTasks(Node(), [task], New<PaperClock>(), NullLogger<MissedTasks>.Instance);
        await missed.CatchUpAsync(Cancel);
    }

    private Task<List<TaskRun>> RunsAsync() => New<NewsDb>().Set<TaskRun>().AsNoTracking().OrderBy(run => run.DueAt).ToListAsync(Cancel);

    public sealed class OnSqlite() : TaskRunsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : TaskRunsTests(DatabaseEngine.Postgres);
}
