using System.Data.Common;
using Microsoft.Extensions.Logging;
using Quartz;

namespace NewsSite.Platform.Scheduling;

/// <summary>What Quartz wakes; a run that takes longer than its interval is not begun a second time.</summary>
[DisallowConcurrentExecution]
internal sealed partial class TaskJob(TaskRunner runner, IReadOnlyList<RecurringTask> tasks, ILogger<TaskJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var task = tasks.Single(known => known.Name == context.JobDetail.Key.Name);
        try
        {
            await runner.RunAsync(task, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, cancellationToken);
        }
        catch (DbException exception)
        {
            LogUnreachable(logger, exception, task.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer; the task '{Task}' waits until it is due again")]
    private static partial void LogUnreachable(ILogger logger, Exception exception, string task);
}
