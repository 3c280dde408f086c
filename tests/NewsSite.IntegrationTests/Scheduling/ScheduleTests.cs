using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.IntegrationTests.Newsroom.Publishing;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Scheduling;
using NewsSite.Web;

namespace NewsSite.IntegrationTests.Scheduling;

/// <summary>The program's own schedule with the real scheduler, on two nodes where the database lets it, and no visitor. Time runs here.</summary>
public abstract class ScheduleTests(DatabaseEngine engine) : PublishingTest(engine)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task What_is_planned_happens_once_and_in_time_without_a_visitor()
    {
        Clock.Run();
        var id = await DraftAsync("Trams");
        var nodes = new List<IHost>();
        for (var node = 0; node < (Engine == DatabaseEngine.Postgres ? 2 : 1); node++)
            nodes.Add(await StartAsync());
        var at = Clock.Now.AddSeconds(3);
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), at, Publication.Update, Cancel));
        await DoneAsync(New<PublishingDesk>().EndAsync(Order(id), at.AddSeconds(3), cancel: Cancel));

        var late = await WaitAsync(id, ArticleState.Published) - at;
        var lateToo = await WaitAsync(id, ArticleState.Unpublished) - at.AddSeconds(3);
        foreach (var node in nodes)
            await StopAsync(node);

        TestContext.Current.TestOutputHelper!.WriteLine($"{Engine}: published {late.TotalMilliseconds:F0} ms, taken back {lateToo.TotalMilliseconds:F0} ms after its time");
        Assert.InRange(late, TimeSpan.Zero, Late);
        Assert.InRange(lateToo, TimeSpan.Zero, Late);
        Assert.Equal("schedule, plan end, publish as planned, unpublish as planned", await TrailAsync(id));
    }

    [Fact]
    public async Task What_was_due_during_a_stop_happens_when_the_program_starts()
    {
        var id = await DraftAsync("Trams");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));
        Clock.Advance(TimeSpan.FromHours(8));
        Clock.Run();

        var node = await StartAsync();
        var started = Clock.Now;
        var late = await WaitAsync(id, ArticleState.Published) - started;
        await StopAsync(node);

        Assert.InRange(late, TimeSpan.Zero, Late);
        // Other tasks that were due may have begun when the node was stopped.
        Assert.All(await New<NewsDb>().Set<TaskRun>().Where(run => run.Task == Schedule.Tasks[0].Name).ToListAsync(Cancel), run => Assert.Equal(RunOutcome.Done, run.Outcome));
    }

    [Fact]
    public void Every_task_has_a_name_of_its_own_a_module_and_a_time()
    {
        Assert.Equal(Schedule.Tasks.Count, Schedule.Tasks.Select(task => task.Name).Distinct().Count());
        Assert.All(Schedule.Tasks, task =>
        {
            Assert.InRange(task.Name.Length, 1, RecurringTask.MaxName);
            Assert.NotNull(task.DueBefore(Clock.Now, TimeZoneInfo.Utc));
        });
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = Paper.Folder, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(Paper.Settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddPaper();
        builder.Services.AddSchedule();
        var host = builder.Build();
        await host.StartAsync(Cancel);
        return host;
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync(Cancel);
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    /// <summary>When the article has come into that state.</summary>
    private async Task<DateTimeOffset> WaitAsync(long id, ArticleState state)
    {
        for (var end = Clock.Now.AddSeconds(20); Clock.Now < end;)
        {
            if ((await FindAsync(id)).State == state)
                break;
            await Task.Delay(50, Cancel);
        }
        return Clock.Now;
    }

    public sealed class OnSqlite() : ScheduleTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ScheduleTests(DatabaseEngine.Postgres);
}
