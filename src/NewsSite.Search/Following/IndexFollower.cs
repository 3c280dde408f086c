using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;

namespace NewsSite.Search.Following;

/// <summary>
/// Keeps this node's index the same as the database while the program runs: looks at the change log four times a second, and at
/// once after a commit of this process. Now and then, and when the program ends, it is saved for the next start.
/// </summary>
internal sealed class IndexFollower(IndexKeeper keeper, ChangeLog log, TimeProvider time, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMinutes(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        keeper.Save();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The rest of the program starts meanwhile.
        await Task.Yield();
        var (saving, savedAt) = (Task.CompletedTask, (long?)null);
        while (!stoppingToken.IsCancellationRequested)
        {
            var written = log.Written;
            try
            {
                await keeper.CatchUpAsync(stoppingToken);
                // Beside the following: a large file takes longer than readers wait for news.
                if (saving.IsCompleted && (savedAt is not { } last || time.GetElapsedTime(last) >= SaveInterval))
                    (saving, savedAt) = (Task.Run(keeper.Save, CancellationToken.None), time.GetTimestamp());
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "The database cannot be read; what is found stays as it is until it can");
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            await Task.WhenAny(written, Task.Delay(PollInterval, time, stoppingToken));
        }
        await saving;
    }
}
