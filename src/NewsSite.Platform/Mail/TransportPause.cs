namespace NewsSite.Platform.Mail;

/// <summary>When no server can be reached, all senders wait together instead of trying one mail after the other in vain.</summary>
internal sealed class TransportPause(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private TimeSpan _pause = TimeSpan.Zero;
    private Task _end = Task.CompletedTask;

    public Task WaitAsync(CancellationToken cancel)
    {
        lock (_gate)
            return _end.WaitAsync(cancel);
    }

    public void Note(DeliveryOutcome outcome)
    {
        lock (_gate)
        {
            if (outcome != DeliveryOutcome.NoConnection)
                _pause = TimeSpan.Zero;
            else if (_end.IsCompleted)
                _end = Task.Delay(_pause = _pause == TimeSpan.Zero ? First : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, Longest.Ticks)), time);
        }
    }
}
