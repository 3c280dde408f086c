using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Caching;

/// <summary>
/// Follows the change log, so that this node shows what any process has committed: polls four times a second, and at once
/// after a commit of its own process.
/// </summary>
public sealed class ChangeFollower(
    IServiceScopeFactory scopes, Generation generation, ChangeLog log, TimeProvider time, ILogger<ChangeFollower> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Applies what has been committed up to now.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        generation.Apply(await db.Set<Change>().MaxAsync(change => (long?)change.Id, cancel) ?? 0);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var written = log.Written;
            try
            {
                await CatchUpAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "The change log cannot be read; pages stay as they are until it can");
            }
            await Task.WhenAny(written, Task.Delay(PollInterval, time, stoppingToken));
        }
    }
}
