using Microsoft.Extensions.Options;

namespace NewsSite.Platform.Mail.Smtp;

/// <summary>Hands mails to the server of the settings over a few connections that are kept while there is work.</summary>
public sealed class SmtpTransport : IMailTransport, IAsyncDisposable
{
    private static readonly TimeSpan CloseAfter = TimeSpan.FromSeconds(20);

    private readonly SmtpGreeting _greeting;
    private readonly SemaphoreSlim _places;
    private readonly Stack<SmtpConnection> _idle = [];
    private readonly Lock _gate = new();

    public SmtpTransport(IOptions<MailSettings> settings, TimeProvider time)
        : this(settings.Value.Smtp, new SmtpTimeouts(), time)
    {
    }

    internal SmtpTransport(SmtpSettings settings, SmtpTimeouts timeouts, TimeProvider time)
    {
        _greeting = new SmtpGreeting(settings, timeouts, time);
        Connections = settings.Connections;
        _places = new SemaphoreSlim(Connections, Connections);
    }

    public int Connections { get; }

    public async Task<Delivery> SendAsync(Envelope envelope, CancellationToken cancel)
    {
        await _places.WaitAsync(cancel);
        try
        {
            return await SendOverKeptAsync(envelope, cancel) ?? await SendOverNewAsync(envelope, cancel);
        }
        catch (SmtpException failure)
        {
            return failure.ToDelivery();
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Closes connections that have had no mail for a while.</summary>
    public Task RestAsync(CancellationToken cancel) => CloseAsync(connection => connection.Rest > CloseAfter);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(_ => true);
        _places.Dispose();
    }

    /// <returns>Null where there is no kept connection, or it turned out to be dead before the mail was handed over.</returns>
    private async Task<Delivery?> SendOverKeptAsync(Envelope envelope, CancellationToken cancel)
    {
        while (Take() is { } connection)
        {
            try
            {
                if (!await connection.IsAliveAsync(cancel))
                    continue;
                var delivery = await connection.SendAsync(envelope, cancel);
                // The server ends a conversation that it finds too long: nothing against this mail.
                if (delivery.Code == 421 && !connection.HasHandedOver)
                    continue;
                return delivery;
            }
            catch (SmtpException) when (!connection.HasHandedOver)
            {
                // Closed by the server meanwhile; a new one will tell whether something is wrong.
            }
            finally
            {
                await KeepAsync(connection);
            }
        }
        return null;
    }

    private async Task<Delivery> SendOverNewAsync(Envelope envelope, CancellationToken cancel)
    {
        var connection = await _greeting.OpenAsync(cancel);
        try
        {
            return await connection.SendAsync(envelope, cancel);
        }
        finally
        {
            await KeepAsync(connection);
        }
    }

    private SmtpConnection? Take()
    {
        lock (_gate)
            return _idle.TryPop(out var connection) ? connection : null;
    }

    private async Task KeepAsync(SmtpConnection connection)
    {
        if (!connection.IsUsable)
        {
            await connection.DisposeAsync();
            return;
        }
        lock (_gate)
            _idle.Push(connection);
    }

    private async Task CloseAsync(Func<SmtpConnection, bool> which)
    {
        List<SmtpConnection> closing;
        lock (_gate)
        {
            closing = [.. _idle.Where(which)];
            var kept = _idle.Where(connection => !which(connection)).Reverse().ToList();
            _idle.Clear();
            kept.ForEach(_idle.Push);
        }
        foreach (var connection in closing)
            await connection.DisposeAsync();
    }
}
