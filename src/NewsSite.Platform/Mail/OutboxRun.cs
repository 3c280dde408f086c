using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsSite.Platform.Mail;

/// <summary>
/// One run over the outbox under one owner's name: a feeder claims, a sender per connection hands over, a recorder writes
/// down, and a heartbeat keeps the lease. Where the lease cannot be kept, all is cut off before another worker may claim.
/// </summary>
internal sealed class OutboxRun(
    OutboxQueue queue, IMailTransport transport, MailSenders senders, TransportPause pause, TimeProvider time, ILogger logger)
{
    /// <summary>So that three heartbeats fit into a lease.</summary>
    private static readonly TimeSpan HeartbeatInterval = OutboxQueue.Lease / 3;

    /// <summary>Older than this, the lease is no longer sure.</summary>
    private static readonly TimeSpan SureFor = OutboxQueue.Lease * 0.75;

    /// <summary>What a mail that is being handed over gets at most when the program stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PauseWithoutDatabase = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PauseWithoutLease = TimeSpan.FromMilliseconds(100);

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly int _batch = Math.Max(20, transport.Connections * 10);
    private readonly Queue<QueuedMail> _claimed = [];
    private long _renewedAt;

    /// <param name="waitForMore">Asked when nothing is due: returns true when it is time to look again, false to end.</param>
    public async Task RunAsync(Func<Task<bool>> waitForMore, CancellationToken stop)
    {
        using var ended = new CancellationTokenSource();
        using var cut = new CancellationTokenSource();
        await using var onStop = stop.Register(() => cut.CancelAfter(Grace));
        var mails = Channel.CreateBounded<QueuedMail>(_batch);
        var recorder = new DeliveryRecorder(queue, _owner, time, logger);
        _renewedAt = time.GetTimestamp();
        var heartbeat = KeepLeaseAsync(cut, ended.Token);
        var recording = CutOnFailureAsync(recorder.RunAsync(cut.Token), cut);
        var sending = Enumerable.Range(0, transport.Connections).Select(_ => CutOnFailureAsync(SendAsync(mails.Reader, recorder, stop, cut.Token), cut)).ToArray();
        try
        {
            await FeedAsync(mails.Writer, waitForMore, stop, cut.Token);
        }
        finally
        {
            mails.Writer.TryComplete();
            await Task.WhenAll(sending).ContinueWith(_ => recorder.Complete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await Task.WhenAll(recording, ended.CancelAsync(), heartbeat).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReleaseAsync(mails.Reader);
        }
        await Task.WhenAll(sending);
    }

    /// <summary>One part that fails ends the others, which would wait for it.</summary>
    private static async Task CutOnFailureAsync(Task part, CancellationTokenSource cut)
    {
        try
        {
            await part;
        }
        catch
        {
            await cut.CancelAsync();
            throw;
        }
    }

    private async Task FeedAsync(ChannelWriter<QueuedMail> mails, Func<Task<bool>> waitForMore, CancellationToken stop, CancellationToken cut)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cut);
        try
        {
            while (!either.IsCancellationRequested)
            {
                foreach (var mail in await ClaimAsync(either.Token))
                    _claimed.Enqueue(mail);
                if (_claimed.Count == 0 && !await waitForMore())
                    return;
                while (_claimed.TryPeek(out var next))
                {
                    await mails.WriteAsync(next, either.Token);
                    _claimed.Dequeue();
                }
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The end; what was claimed is given back.
        }
    }

    private async Task<IReadOnlyList<QueuedMail>> ClaimAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await queue.ClaimAsync(_owner, _batch, cancel);
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "The outbox cannot be read; mails wait until it can");
                await Task.Delay(PauseWithoutDatabase, time, cancel);
            }
        }
    }

    private async Task SendAsync(ChannelReader<QueuedMail> mails, DeliveryRecorder recorder, CancellationToken stop, CancellationToken cut)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cut);
        try
        {
            while (await mails.WaitToReadAsync(either.Token))
            {
                await pause.WaitAsync(either.Token);
                // After a long stop of the machine the heartbeat decides first whether this mail is still ours.
                while (time.GetElapsedTime(Volatile.Read(ref _renewedAt)) > SureFor)
                    await Task.Delay(PauseWithoutLease, time, either.Token);
                if (!mails.TryRead(out var mail))
                    continue;
                var delivery = await DeliverAsync(mail, cut);
                pause.Note(delivery.Outcome);
                Tell(mail, delivery);
                await recorder.RecordAsync(mail, delivery).WaitAsync(cut);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // A mail cut off in the middle stays leased: whether it arrived is not known, and the lease decides when it is tried again.
        }
    }

    private async Task<Delivery> DeliverAsync(QueuedMail mail, CancellationToken cut)
    {
        try
        {
            return await transport.SendAsync(new Envelope
            {
                Sender = senders.ReturnPath(mail.FromAddress),
                Recipient = mail.ToAddress,
                MessageId = mail.MessageId,
                Content = mail.ToMessage().Write(),
            }, cut);
        }
        catch (FormatException unwritable)
        {
            return new Delivery(DeliveryOutcome.Permanent, 0, unwritable.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A mistake of ours: one such mail must not keep all others back.
            logger.LogError(failure, "Mail {MailId} could not be handed over", mail.Id);
            return new Delivery(DeliveryOutcome.Temporary, 0, failure.Message);
        }
    }

    private void Tell(QueuedMail mail, Delivery delivery)
    {
        if (delivery.Outcome == DeliveryOutcome.Accepted)
            logger.LogDebug("Mail {MailId} was handed over: {Reply}", mail.Id, delivery.Reply);
        else
            logger.LogWarning("Mail {MailId} was not handed over ({Outcome}): {Reply}", mail.Id, delivery.Outcome, delivery.Reply);
    }

    private async Task KeepLeaseAsync(CancellationTokenSource cut, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(HeartbeatInterval, time, ended);
            try
            {
                var before = time.GetTimestamp();
                await queue.RenewAsync(_owner, ended);
                Volatile.Write(ref _renewedAt, before);
            }
            catch (DbException failure)
            {
                logger.LogWarning(failure, "The lease of mails being sent cannot be prolonged");
                if (time.GetElapsedTime(_renewedAt) > SureFor)
                    await cut.CancelAsync();
            }
        }
    }

    /// <summary>What was claimed and never begun goes back at once.</summary>
    private async Task ReleaseAsync(ChannelReader<QueuedMail> mails)
    {
        var left = _claimed.Select(mail => mail.Id).ToList();
        while (mails.TryRead(out var mail))
            left.Add(mail.Id);
        if (left.Count > 0)
            await queue.ReleaseAsync(_owner, left, CancellationToken.None);
    }
}
