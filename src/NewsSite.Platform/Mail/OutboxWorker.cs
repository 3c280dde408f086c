using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsSite.Platform.Mail;

/// <summary>
/// Hands over what the outbox holds: at once after a commit of this process, within two seconds what others have written.
/// Several nodes may run one each.
/// </summary>
internal sealed class OutboxWorker(
    OutboxQueue queue, IMailTransport transport, MailSenders senders, OutboxBell bell, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly TransportPause _pause = new(time);

    /// <summary>Sends all that is due now, and ends.</summary>
    public Task SendDueAsync(CancellationToken cancel) => NewRun().RunAsync(() => Task.FromResult(false), cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await NewRun().RunAsync(() => WaitForMoreAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(failure, "Sending mails was interrupted; it goes on in {Pause}", PauseAfterFailure);
                await Task.Delay(PauseAfterFailure, time, stoppingToken);
            }
        }
    }

    private OutboxRun NewRun() => new(queue, transport, senders, _pause, time, logger);

    private async Task<bool> WaitForMoreAsync(CancellationToken stop)
    {
        await transport.RestAsync(stop);
        await Task.WhenAny(bell.Next, Task.Delay(PollInterval, time, stop));
        return !stop.IsCancellationRequested;
    }
}
