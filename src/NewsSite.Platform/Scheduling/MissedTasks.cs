using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Scheduling;

/// <summary>When the program starts, what was due last while it was stopped is done; what was done then is not done again.</summary>
internal sealed partial class MissedTasks(TaskRunner runner, IReadOnlyList<RecurringTask> tasks, PaperClock clock, ILogger<MissedTasks> logger) : BackgroundService
{
    /// <summary>Each with what was due last; once.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        foreach (var task in tasks)
        {
            if (task.DueBefore(clock.Now, clock.Zone) is { } due)
                await runner.RunAsync(task, due, cancel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CatchUpAsync(stoppingToken);
        }
        catch (DbException exception)
        {
            LogUnreachable(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; what was due while the program was stopped waits until it is due again")]
    private static partial void LogUnreachable(ILogger logger, Exception exception);
}
