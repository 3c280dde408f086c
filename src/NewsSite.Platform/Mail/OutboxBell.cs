namespace NewsSite.Platform.Mail;

/// <summary>Rung when this process has committed a mail, so that it leaves at once.</summary>
public sealed class OutboxBell
{
    private TaskCompletionSource _rung = New();

    /// <summary>Completes at the next ring; take it before looking, so that none is missed.</summary>
    internal Task Next => Volatile.Read(ref _rung).Task;

    internal void Ring() => Interlocked.Exchange(ref _rung, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
