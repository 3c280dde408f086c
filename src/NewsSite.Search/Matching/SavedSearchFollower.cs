using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;
using NewsSite.Search.Following;

namespace NewsSite.Search.Matching;

/// <summary>
/// Keeps this node's saved searches the same as the database while the program runs: looks at the change log four times a second, and at
/// once after a commit of this process. It begins when the index is there, which says what is rare.
/// </summary>
internal sealed class SavedSearchFollower(SavedSearchKeeper keeper, IndexKeeper index, ChangeLog log, TimeProvider time, ILogger<SavedSearchFollower> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The rest of the program starts meanwhile.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var written = log.Written;
            try
            {
                if (index.State.IsReady)
                {
                    await keeper.CatchUpAsync(stoppingToken);
                    await keeper.RenewAsync(stoppingToken);
                }
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "The database cannot be read; saved searches stay as they are until it can");
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            await Task.WhenAny(written, Task.Delay(PollInterval, time, stoppingToken));
        }
    }
}
