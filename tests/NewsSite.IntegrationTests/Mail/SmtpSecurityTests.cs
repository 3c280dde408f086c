using System.Security.Cryptography.X509Certificates;
using System.Text;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>TLS and login: nothing leaves in the clear that should not, and what is wrong names the setting.</summary>
public sealed class SmtpSecurityTests : SmtpTests, IDisposable
{
    private readonly X509Certificate2 _certificate = ScriptedServer.NewCertificate();
    private readonly string _authority = Path.GetTempFileName();

    public SmtpSecurityTests() => File.WriteAllText(_authority, _certificate.ExportCertificatePem());

    public void Dispose()
    {
        _certificate.Dispose();
        File.Delete(_authority);
    }

    [Theory]
    [InlineData(SmtpTls.StartTls)]
    [InlineData(SmtpTls.Implicit)]
    public async Task A_mail_goes_over_tls_with_a_login(SmtpTls tls)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await SecureAsync(peer, tls, "AUTH PLAIN LOGIN");
            await peer.HearAsync();
            await peer.SayAsync("235 2.7.0 welcome");
            await peer.TakeMailsAsync();
        });

        var delivery = await SendAsync(server, settings: WithLogin(server, tls));

        Assert.Equal(("250 2.0.0 Ok: queued as 4711", DeliveryOutcome.Accepted), (delivery.Reply, delivery.Outcome));
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes("\0post\0pass wörd")), server.Heard);
        Assert.Equal(tls == SmtpTls.StartTls ? 2 : 1, server.Heard.Count(line => line.StartsWith("EHLO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_only_knows_login_by_questions_gets_answers()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await SecureAsync(peer, SmtpTls.Implicit, "AUTH=LOGIN");
            Assert.Equal("AUTH LOGIN", await peer.HearAsync());
            await peer.SayAsync("334 VXNlcm5hbWU6");
            Assert.Equal("post", Encoding.UTF8.GetString(Convert.FromBase64String(await peer.HearAsync())));
            await peer.SayAsync("334 UGFzc3dvcmQ6");
            Assert.Equal("pass wörd", Encoding.UTF8.GetString(Convert.FromBase64String(await peer.HearAsync())));
            await peer.SayAsync("235 2.7.0 welcome");
            await peer.TakeMailsAsync();
        });

        Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(server, settings: WithLogin(server, SmtpTls.Implicit))).Outcome);
    }

    [Fact]
    public async Task A_refused_login_says_nothing_about_the_mail_and_shows_no_password()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await SecureAsync(peer, SmtpTls.Implicit, "AUTH PLAIN");
            await peer.HearAsync();
            await peer.SayAsync("535 5.7.8 bad credentials");
            await peer.HearAsync();
        });

        var delivery = await SendAsync(server, settings: WithLogin(server, SmtpTls.Implicit));

        Assert.Equal((DeliveryOutcome.NoConnection, 535), (delivery.Outcome, delivery.Code));
        Assert.Contains("see Mail:Smtp:User and Password: 535 5.7.8 bad credentials", delivery.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", delivery.Reply.Replace("Password", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "offers no login on this connection")]
    [InlineData("AUTH CRAM-MD5 XOAUTH2", "offers only the logins CRAM-MD5, XOAUTH2")]
    public async Task A_server_without_a_login_that_we_know_is_told(string offered, string told)
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await SecureAsync(peer, SmtpTls.Implicit, offered.Length == 0 ? [] : [offered]);
            await peer.HearAsync();
        });

        Assert.Contains(told, (await SendAsync(server, settings: WithLogin(server, SmtpTls.Implicit))).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_starttls_stops_everything_before_the_password()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("AUTH PLAIN");
            await peer.TakeMailsAsync();
        });

        var delivery = await SendAsync(server, settings: WithLogin(server, SmtpTls.StartTls));

        Assert.Equal(DeliveryOutcome.NoConnection, delivery.Outcome);
        Assert.Contains("does not offer STARTTLS", delivery.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_starttls_stops_everything()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("STARTTLS");
            await peer.HearAsync();
            await peer.SayAsync("454 4.7.0 not now");
            await peer.TakeMailsAsync();
        });

        Assert.Contains("454 4.7.0 not now", (await SendAsync(server, settings: WithLogin(server, SmtpTls.StartTls))).Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_said_before_tls_does_not_count_after_it()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.GreetAsync("STARTTLS");
            await peer.HearAsync();
            // Put there by somebody on the way, to be read as the first answer under TLS.
            await peer.SayAsync("220 go\r\n250-evil\r\n250 AUTH PLAIN");
            await Task.Delay(Timeout.Infinite, peer.Cancel);
        });

        Assert.Contains("spoke on before TLS began", (await SendAsync(server, settings: WithLogin(server, SmtpTls.StartTls))).Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpTls.StartTls)]
    [InlineData(SmtpTls.Implicit)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(SmtpTls tls)
    {
        await using var server = new ScriptedServer(async peer => await SecureAsync(peer, tls, "AUTH PLAIN"));
        var settings = WithLogin(server, tls);
        settings.CaFile = "";

        var delivery = await SendAsync(server, settings: settings);

        Assert.Equal(DeliveryOutcome.NoConnection, delivery.Outcome);
        Assert.Contains("is not to be trusted", delivery.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        using var other = ScriptedServer.NewCertificate("other.example");
        await File.WriteAllTextAsync(_authority, other.ExportCertificatePem(), Cancel);
        await using var server = new ScriptedServer(peer => peer.TurnToTlsAsync(other));

        Assert.Contains("is for another name", (await SendAsync(server, settings: WithLogin(server, SmtpTls.Implicit))).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Implicit_tls_towards_a_server_in_the_clear_names_the_setting()
    {
        await using var server = new ScriptedServer(async peer =>
        {
            await peer.SayAsync("220 scripted ESMTP");
            await peer.HearAsync();
        });

        Assert.Contains("Mail:Smtp:Tls must be StartTls", (await SendAsync(server, settings: WithLogin(server, SmtpTls.Implicit))).Reply, StringComparison.Ordinal);
    }

    private SmtpSettings WithLogin(ScriptedServer server, SmtpTls tls)
    {
        var settings = Settings(server, tls);
        settings.User = "post";
        settings.Password = "pass wörd";
        settings.CaFile = _authority;
        return settings;
    }

    /// <summary>Up to where the login comes.</summary>
    private async Task SecureAsync(ScriptedServer.Peer peer, SmtpTls tls, params string[] extensions)
    {
        if (tls == SmtpTls.Implicit)
        {
            await peer.TurnToTlsAsync(_certificate);
            await peer.GreetAsync(extensions);
            return;
        }
        await peer.GreetAsync("STARTTLS", "AUTH PLAIN");
        Assert.Equal("STARTTLS", await peer.HearAsync());
        await peer.SayAsync("220 go");
        await peer.TurnToTlsAsync(_certificate);
        await peer.AnswerHelloAsync(extensions);
    }
}
