using System.Globalization;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>Mails over a connection: what is said, in which order, and what the answers mean.</summary>
public sealed class SmtpConversationTests : SmtpTests
{
    [Fact]
    public async Task A_mail_is_handed_over_with_its_envelope()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("SIZE 1000000", "8BITMIME", "SMTPUTF8");
            await peer.TakeMailsAsync();
        });

        var delivery = await SendAsync(server, Mail(content: "Subject: Hello\r\n\r\n.hidden\r\n..\r\n.\r\nend"));

        Assert.Equal(new Delivery(DeliveryOutcome.Accepted, 250, "250 2.0.0 Ok: queued as 4711"), delivery);
        Assert.Equal(["EHLO [127.0.0.1]", "MAIL FROM:<bounces@zenne.example> SIZE=37", "RCPT TO:<reader@example.org>", "DATA"], server.Heard[..4].Select(Plain));
        Assert.Equal("Subject: Hello\r\n\r\n.hidden\r\n..\r\n.\r\nend\r\n", Assert.Single(server.Taken));
        Assert.Equal("QUIT", server.Heard[^1]);
    }

    [Fact]
    public async Task With_pipelining_the_envelope_goes_in_one_piece()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("PIPELINING");
            // Nothing is answered before all three are there.
            Assert.StartsWith("MAIL", await peer.HearAsync(), StringComparison.Ordinal);
            Assert.StartsWith("RCPT", await peer.HearAsync(), StringComparison.Ordinal);
            Assert.Equal("DATA", await peer.HearAsync());
            await peer.SayAsync("250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 go on");
            await peer.HearMailAsync();
            await peer.SayAsync("250 2.0.0 taken");
            await peer.TakeMailsAsync();
        });

        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(server)).Outcome);
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("451 4.7.1 greylisted", "Temporary")]
    [InlineData("450 try later", "Temporary")]
    [InlineData("421 4.3.2 going down", "Temporary")]
    [InlineData("550 5.1.1 no such user", "Permanent")]
    [InlineData("552 5.3.4 too big", "Permanent")]
    [InlineData("530 5.7.0 login first", "NoConnection")]
    public async Task A_refusal_at_any_step_is_told_in_the_servers_words(string reply, string outcome)
    {
        foreach (var step in new[] { "MAIL", "RCPT", "DATA", "." })
        {
            foreach (var pipelining in new[] { true, false })
            {
                await using var server = new ScriptedServer(peer => RefuseAsync(peer, step, reply, pipelining));

                var delivery = await SendAsync(server);

                Assert.Equal((step, outcome), (step, delivery.Outcome.ToString()));
                Assert.EndsWith(reply, delivery.Reply, StringComparison.Ordinal);
                Assert.Equal(int.Parse(reply.AsSpan(0, 3), CultureInfo.InvariantCulture), delivery.Code);
            }
        }
    }

    [Fact]
    public async Task A_reply_of_many_lines_is_one_text_with_its_enhanced_code_once()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.HearAsync();
            await peer.SayAsync("550-5.7.1 Your message was refused\r\n550-5.7.1 because of \u0007reasons\r\n550 5.7.1 see https://mail.example/why");
            await peer.TakeMailsAsync();
        });

        Assert.Equal("550 5.7.1 Your message was refused because of ?reasons see https://mail.example/why", (await SendAsync(server)).Reply);
    }

    [Fact]
    public async Task Mails_share_a_connection_and_a_refused_one_does_not_spoil_it()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("PIPELINING");
            await AnswerAsync(peer, line => line.Contains("nobody", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null);
        });
        await using var client = Client(Settings(server));

        Assert.Equal(DeliveryOutcome.Accepted, (await client.SendAsync(Mail("first@example.org"), Cancel)).Outcome);
        Assert.Equal(DeliveryOutcome.Permanent, (await client.SendAsync(Mail("nobody@example.org"), Cancel)).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await client.SendAsync(Mail("second@example.org"), Cancel)).Outcome);

        Assert.Equal(1, server.Connections);
        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Heard, "RSET");
    }

    [Fact]
    public async Task A_connection_that_the_server_has_closed_is_replaced_without_a_word()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync();
            for (var step = 0; step < 3; step++)
            {
                await peer.HearAsync();
                await peer.SayAsync(step == 2 ? "354 go on" : "250 Ok");
            }
            await peer.HearMailAsync();
            await peer.SayAsync("250 2.0.0 taken");
        });
        await using var client = Client(Settings(server));

        for (var mail = 0; mail < 3; mail++)
            Assert.Equal(DeliveryOutcome.Accepted, (await client.SendAsync(Mail(), Cancel)).Outcome);

        Assert.Equal(3, server.Connections);
        Assert.Equal(3, server.Taken.Count);
    }

    [Fact]
    public async Task A_server_that_wants_a_new_connection_after_a_mail_gets_one()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync();
            var mails = 0;
            await AnswerAsync(peer, line => line.StartsWith("MAIL", StringComparison.Ordinal) && mails++ > 0 ? "421 4.7.0 too many mails in one connection" : null);
        });
        await using var client = Client(Settings(server));

        Assert.Equal(DeliveryOutcome.Accepted, (await client.SendAsync(Mail(), Cancel)).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await client.SendAsync(Mail(), Cancel)).Outcome);

        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_recipient_refused_by_a_server_that_wants_data_anyway_gets_nothing()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("PIPELINING");
            for (var step = 0; step < 3; step++)
                await peer.HearAsync();
            await peer.SayAsync("250 Ok\r\n550 5.1.1 no such user\r\n354 go on");
            await peer.HearMailAsync();
            await peer.SayAsync("554 5.5.1 no recipients");
            await peer.TakeMailsAsync();
        });

        Assert.Equal("550 5.1.1 no such user", (await SendAsync(server)).Reply);
        Assert.Equal("", Assert.Single(server.Taken));
    }

    [Fact]
    public async Task At_most_as_many_connections_are_open_as_the_settings_say()
    {
        var open = 0;
        var most = 0;
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("PIPELINING");
            await AnswerAsync(peer, line =>
            {
                if (line.StartsWith("MAIL", StringComparison.Ordinal))
                    most = Math.Max(most, Interlocked.Increment(ref open));
                if (line == ".")
                    Interlocked.Decrement(ref open);
                return null;
            });
        });
        await using var client = Client(Settings(server));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(Mail(), Cancel)));

        Assert.Equal(20, server.Taken.Count);
        Assert.InRange(server.Connections, 1, 2);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task An_address_in_another_script_needs_a_server_that_says_it_can()
    {
        await using var old = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("8BITMIME");
            await peer.TakeMailsAsync();
        });
        await using var able = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("8BITMIME", "SMTPUTF8");
            await peer.TakeMailsAsync();
        });
        var mail = Mail("δοκιμή@example.org", "To: δοκιμή@example.org\r\n\r\nHello\r\n");

        var refused = await SendAsync(old, mail);
        var taken = await SendAsync(able, mail);

        Assert.Equal(DeliveryOutcome.Permanent, refused.Outcome);
        Assert.Contains("SMTPUTF8", refused.Reply, StringComparison.Ordinal);
        Assert.Equal(DeliveryOutcome.Accepted, taken.Outcome);
        Assert.Contains("MAIL FROM:<bounces@zenne.example> BODY=8BITMIME SMTPUTF8", able.Heard);
        Assert.Contains("RCPT TO:<δοκιμή@example.org>", able.Heard);
        Assert.Contains("δοκιμή", Assert.Single(able.Taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_is_too_big_for_the_server_is_not_offered()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("SIZE 1000");
            await peer.TakeMailsAsync();
        });

        var delivery = await SendAsync(server, Mail(content: new string('x', 1001)));

        Assert.Equal(DeliveryOutcome.Permanent, delivery.Outcome);
        Assert.Contains("1000 at most", delivery.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("DATA", server.Heard);
    }

    [Fact]
    public async Task An_envelope_cannot_carry_a_command_of_its_own()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.TakeMailsAsync();
        });

        Assert.Equal(DeliveryOutcome.Permanent, (await SendAsync(server, Mail("reader@example.org>\r\nRCPT TO:<other@example.org"))).Outcome);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("RCPT", StringComparison.Ordinal));
    }

    /// <summary>Yes to everything, unless the test has another answer to the line; "." stands for the end of a mail.</summary>
    private static async Task AnswerAsync(ScriptedServer.Peer peer, Func<string, string?> refusal)
    {
        var isRefused = false;
        while (true)
        {
            var line = await peer.HearAsync();
            if (line.StartsWith("MAIL", StringComparison.Ordinal))
                isRefused = false;
            var refused = refusal(line);
            isRefused |= refused is not null;
            await peer.SayAsync(refused ?? (line != "DATA" ? "250 Ok" : isRefused ? "503 5.5.1 nothing to send" : "354 go on"));
            if (line != "DATA" || isRefused)
                continue;
            await peer.HearMailAsync();
            await peer.SayAsync(refusal(".") ?? "250 2.0.0 taken");
        }
    }

    private static string Plain(string line) => line.Replace("[IPv6:::1]", "[127.0.0.1]", StringComparison.Ordinal);

    private static async Task RefuseAsync(ScriptedServer.Peer peer, string step, string reply, bool pipelining)
    {
        await peer.GreetAsync(pipelining ? ["PIPELINING"] : []);
        await AnswerAsync(peer, line => line.Split(' ', ':')[0] == step ? reply : null);
    }
}
