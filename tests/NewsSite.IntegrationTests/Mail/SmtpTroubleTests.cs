using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Smtp;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>Servers that are silent, chatty, cut the line or hold it: nothing waits for ever, nothing grows without end.</summary>
public sealed class SmtpTroubleTests : SmtpTests
{
    [Fact]
    public async Task Nobody_there_is_told_with_the_setting_to_look_at()
    {
        var server = new ScriptedServer(_ => Task.CompletedTask);
        var settings = Settings(server);
        await server.DisposeAsync();

        var delivery = await SendAsync(server, settings: settings);

        Assert.Equal(DeliveryOutcome.NoConnection, delivery.Outcome);
        Assert.Contains("Mail:Smtp:Host and Port", delivery.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "perhaps it speaks TLS from the first byte, then Mail:Smtp:Tls must be Implicit")]
    [InlineData(1, "did not answer EHLO within 1 s")]
    [InlineData(2, "did not answer MAIL within 1 s")]
    [InlineData(3, "did not answer RCPT within 1 s")]
    [InlineData(4, "did not answer DATA within 1 s")]
    [InlineData(5, "did not answer the mail within 1 s")]
    public async Task A_server_that_falls_silent_is_not_waited_for(int step, string told)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await SpeakUntilAsync(peer, step);
            await Task.Delay(Timeout.Infinite, peer.Cancel);
        });

        var delivery = await SendAsync(server);

        Assert.Equal(DeliveryOutcome.NoConnection, delivery.Outcome);
        Assert.Contains(told, delivery.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_connection_cut_at_any_step_says_nothing_about_the_mail(int step)
    {
        await using var server = new ScriptedServer(peer => SpeakUntilAsync(peer, step));

        Assert.Equal(DeliveryOutcome.NoConnection, (await SendAsync(server)).Outcome);
    }

    [Theory]
    [InlineData("\u0001\u0002 not smtp at all")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("220")]
    [InlineData("99 too small")]
    [InlineData("920 too big")]
    [InlineData("2200 too long")]
    public async Task What_is_no_smtp_is_refused(string greeting)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.SayAsync(greeting);
            await peer.SayAsync("quite so");
            await Task.Delay(Timeout.Infinite, peer.Cancel);
        });

        Assert.Equal(DeliveryOutcome.NoConnection, (await SendAsync(server)).Outcome);
    }

    [Fact]
    public async Task A_reply_without_end_is_cut()
    {
        await using var wide = new ScriptedServer(async peer =>
        {
            await peer.SayAsync("220 " + new string('x', 1_000_000));
            await Task.Delay(Timeout.Infinite, peer.Cancel);
        });
        await using var tall = new ScriptedServer(async peer =>
        {
            for (var line = 0; line < 100_000; line++)
                await peer.SayAsync("220-more");
        });

        Assert.Contains("more than 4096 bytes", (await SendAsync(wide)).Reply, StringComparison.Ordinal);
        Assert.Contains("more than 100 lines", (await SendAsync(tall)).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_comes_byte_by_byte_is_not_waited_for()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.HearAsync();
            while (true)
            {
                await peer.SayAsync("250-slowly");
                await Task.Delay(300, peer.Cancel);
            }
        });

        Assert.Contains("did not answer MAIL within 1 s", (await SendAsync(server)).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_no_bytes_is_not_waited_for()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await SpeakUntilAsync(peer, 4);
            await peer.HearAsync();
            await peer.SayAsync("354 go on");
            await Task.Delay(Timeout.Infinite, peer.Cancel);
        });

        var delivery = await SendAsync(server, Mail(content: new string('x', 50_000_000)));

        Assert.Equal(DeliveryOutcome.NoConnection, delivery.Outcome);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_obeyed_and_the_connection_thrown_away()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.HearAsync();
            await Task.Delay(Timeout.Infinite, peer.Cancel);
        });
        await using var client = new SmtpTransport(Settings(server), new SmtpTimeouts(), TimeProviderOfTests);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(Mail(), patience.Token));
        using var again = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(Mail(), again.Token));

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task An_unwelcoming_greeting_or_a_refused_hello_is_told()
    {
        await using var closed = new ScriptedServer(peer => peer.SayAsync("554 5.7.1 no service for you"));
        await using var unsure = new ScriptedServer(async peer =>
        {
            await peer.SayAsync("220 hello");
            await peer.HearAsync();
            await peer.SayAsync("550 5.7.1 your name does not please");
        });

        Assert.Contains("554 5.7.1 no service for you", (await SendAsync(closed)).Reply, StringComparison.Ordinal);
        Assert.Contains("550 5.7.1 your name does not please", (await SendAsync(unsure)).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_no_extensions_is_greeted_the_old_way()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.SayAsync("220 old");
            await peer.HearAsync();
            await peer.SayAsync("502 what is EHLO");
            await peer.TakeMailsAsync();
        });

        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(server)).Outcome);
        Assert.StartsWith("HELO ", server.Heard[1], StringComparison.Ordinal);
    }

    private static TimeProvider TimeProviderOfTests { get; } = new Tests.SettableClock();

    /// <summary>0: silence from the start, 1: the greeting, 2: EHLO, 3: MAIL, 4: RCPT, 5: DATA and the mail are answered.</summary>
    private static async Task SpeakUntilAsync(ScriptedServer.Peer peer, int step)
    {
        if (step == 0)
            return;
        await peer.SayAsync("220 hello");
        for (var answered = 1; answered < step; answered++)
        {
            await peer.HearAsync();
            await peer.SayAsync(answered == 4 ? "354 go on" : "250 Ok");
        }
        if (step == 5)
            await peer.HearMailAsync();
        else
            await peer.HearAsync();
    }
}
