using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsSite.Platform.Mail;

/// <summary>
/// Writes down what became of mails: all results that wait, in one transaction. A sender goes on to its next mail only when
/// its last result is committed, so that a crash leaves at most one mail per connection in doubt.
/// </summary>
internal sealed class DeliveryRecorder(OutboxQueue queue, string owner, TimeProvider time, ILogger logger)
{
    private const int MostAtOnce = 200;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly Channel<Result> _results = Channel.CreateUnbounded<Result>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Completes when the result is committed.</summary>
    public Task RecordAsync(QueuedMail mail, Delivery delivery)
    {
        var result = new Result(mail, delivery);
        return _results.Writer.TryWrite(result) ? result.Committed.Task : Task.FromException(new InvalidOperationException("The recorder has ended"));
    }

    /// <summary>No more results will come.</summary>
    public void Complete() => _results.Writer.TryComplete();

    /// <summary>Runs until <see cref="Complete"/>.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await _results.Reader.WaitToReadAsync(cancel))
        {
            var waiting = new List<Result>();
            while (waiting.Count < MostAtOnce && _results.Reader.TryRead(out var result))
                waiting.Add(result);
            await CommitAsync(waiting, cancel);
            foreach (var result in waiting)
                result.Committed.TrySetResult();
        }
    }

    /// <summary>Tries until it is written: what has been handed over must not be forgotten because the database was away.</summary>
    private async Task CommitAsync(List<Result> waiting, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await queue.RecordAsync(owner, [.. waiting.Select(result => (result.Mail, result.Delivery))], cancel);
                return;
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "What became of {Count} mails cannot be written down yet", waiting.Count);
                await Task.Delay(RetryInterval, time, cancel);
            }
        }
    }

    private sealed record Result(QueuedMail Mail, Delivery Delivery)
    {
        public TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
