using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsSite.Platform.Scheduling;

/// <summary>Runs a task when it is due, if this node is the one that gets it.</summary>
public sealed partial class TaskRunner(IServiceScopeFactory scopes, TaskRuns runs, TimeProvider time, ILogger<TaskRunner> logger)
{
    private const int MaxNote = 500;

    private readonly string _owner = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <returns>Whether it was this node's and went well.</returns>
    public async Task<bool> RunAsync(RecurringTask task, DateTimeOffset due, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (task.HasWork is { } hasWork && !await hasWork(scope.ServiceProvider, cancel))
            return false;
        if (!await runs.ClaimAsync(task.Name, due, _owner, cancel))
            return false;

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = RenewAsync(task, due, end);
        string? failure = null;
        try
        {
            await task.Run(scope.ServiceProvider, end.Token);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogFailed(logger, exception, task.Name, task.Module);
            failure = exception.Message[..Math.Min(exception.Message.Length, MaxNote)];
        }
        finally
        {
            await end.CancelAsync();
            await renewing;
        }
        await runs.FinishAsync(task.Name, due, _owner, failure, CancellationToken.None);
        return failure is null;
    }

    /// <summary>Keeps the lease while the task runs, and stops the task when the lease is lost.</summary>
    private async Task RenewAsync(RecurringTask task, DateTimeOffset due, CancellationTokenSource end)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TaskRuns.Lease / 4, time, end.Token);
                if (!await runs.RenewAsync(task.Name, due, _owner, end.Token))
                    await end.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The task has ended.
        }
        catch (System.Data.Common.DbException exception)
        {
            LogUnrenewed(logger, exception, task.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The task '{Task}' of {Module} failed; it runs again when it is due again")]
    private static partial void LogFailed(ILogger logger, Exception exception, string task, string module);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of the task '{Task}' could not be renewed; another node may run it too")]
    private static partial void LogUnrenewed(ILogger logger, Exception exception, string task);
}
