using System.Collections.Concurrent;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>A way out that answers as the test says, and remembers what it was given.</summary>
internal sealed class ScriptedTransport(Func<Envelope, Delivery>? answer = null) : IMailTransport
{
    public static readonly Delivery Taken = new(DeliveryOutcome.Accepted, 250, "250 2.0.0 Ok: queued as 4711");

    private readonly ConcurrentQueue<Envelope> _given = [];

    public IReadOnlyList<Envelope> Given => [.. _given];

    public int Connections { get; init; } = 2;

    public Func<Envelope, CancellationToken, Task>? Before { get; init; }

    public async Task<Delivery> SendAsync(Envelope envelope, CancellationToken cancel)
    {
        if (Before is not null)
            await Before(envelope, cancel);
        _given.Enqueue(envelope);
        return answer?.Invoke(envelope) ?? Taken;
    }

    public Task RestAsync(CancellationToken cancel) => Task.CompletedTask;
}
