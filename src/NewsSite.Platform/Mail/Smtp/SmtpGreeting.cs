using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsSite.Platform.Mail.Smtp;

/// <summary>The way to a usable connection: reach the server, greet, TLS, greet again, log in. What fails names the setting to look at.</summary>
internal sealed class SmtpGreeting(SmtpSettings settings, SmtpTimeouts timeouts, TimeProvider time)
{
    private string Server => $"{settings.Host}:{settings.EffectivePort}";

    /// <exception cref="SmtpException">It did not come about.</exception>
    public async Task<SmtpConnection> OpenAsync(CancellationToken cancel)
    {
        var (stream, name) = await ConnectAsync(cancel);
        try
        {
            if (settings.Tls == SmtpTls.Implicit)
                await TurnToTlsAsync(stream, cancel);
            await GreetingAsync(stream, cancel);
            var features = await HelloAsync(stream, name, cancel);
            if (settings.Tls == SmtpTls.StartTls)
            {
                await StartTlsAsync(stream, features, cancel);
                features = await HelloAsync(stream, name, cancel);
            }
            if (settings.User.Length > 0)
                await LogInAsync(stream, features, cancel);
            return new SmtpConnection(stream, features, timeouts, time);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private async Task<(SmtpStream Stream, string Name)> ConnectAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(timeouts.Connect, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(settings.Host, settings.EffectivePort, either.Token);
            // The name in EHLO: this machine's address as a literal, which is true wherever the program runs (RFC 5321, 4.1.3).
            var address = ((IPEndPoint)client.Client.LocalEndPoint!).Address;
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            var name = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{new IPAddress(address.GetAddressBytes())}]" : $"[{address}]";
            return (new SmtpStream(client.GetStream(), time), name);
        }
        catch (SocketException unreachable)
        {
            client.Dispose();
            throw new SmtpException($"The mail server {Server} cannot be reached: {unreachable.Message}; see Mail:Smtp:Host and Port", inner: unreachable);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            client.Dispose();
            throw new SmtpException($"The mail server {Server} cannot be reached: no answer within {timeouts.Connect.TotalSeconds:0.#} s; see Mail:Smtp:Host and Port", inner: late);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task GreetingAsync(SmtpStream stream, CancellationToken cancel)
    {
        try
        {
            var greeting = await stream.ReadReplyAsync($"the connection to {Server}", timeouts.Command, cancel);
            if (greeting.Code != 220)
                throw new SmtpException($"The mail server {Server} does not let us in: {greeting}", greeting.Code);
        }
        catch (SmtpException silence) when (silence.InnerException is OperationCanceledException && settings.Tls != SmtpTls.Implicit)
        {
            throw new SmtpException($"{silence.Message}; perhaps it speaks TLS from the first byte, then Mail:Smtp:Tls must be Implicit", inner: silence);
        }
    }

    private async Task<SmtpFeatures> HelloAsync(SmtpStream stream, string name, CancellationToken cancel)
    {
        var reply = await AskAsync(stream, $"EHLO {name}", "EHLO", cancel);
        if (reply.IsPositive)
            return new SmtpFeatures(reply.Lines.Skip(1));
        // A server of before 1995; without extensions there is neither TLS nor a login.
        if (reply.Code is 500 or 502 && settings is { Tls: not SmtpTls.StartTls, User.Length: 0 } && (await AskAsync(stream, $"HELO {name}", "HELO", cancel)).IsPositive)
            return SmtpFeatures.None;
        throw new SmtpException($"The mail server {Server} does not greet back: {reply}", reply.Code);
    }

    private async Task StartTlsAsync(SmtpStream stream, SmtpFeatures features, CancellationToken cancel)
    {
        if (!features.HasStartTls)
            throw new SmtpException($"The mail server {Server} does not offer STARTTLS, or somebody on the way hides it; nothing is sent in the clear. If the server knows TLS from the first byte only, set Mail:Smtp:Tls to Implicit");
        var reply = await AskAsync(stream, "STARTTLS", "STARTTLS", cancel);
        if (reply.Code != 220)
            throw new SmtpException($"The mail server {Server} refuses STARTTLS: {reply}", reply.Code);
        if (stream.HasUnread)
            throw new SmtpException($"The mail server {Server} spoke on before TLS began; somebody on the way may have put that there");
        await TurnToTlsAsync(stream, cancel);
    }

    private async Task TurnToTlsAsync(SmtpStream stream, CancellationToken cancel)
    {
        var seen = SslPolicyErrors.None;
        var chainFaults = "";
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = OwnAuthorities(),
            RemoteCertificateValidationCallback = (_, _, chain, errors) =>
            {
                seen = errors;
                chainFaults = string.Join(", ", chain?.ChainStatus.Select(status => status.StatusInformation.Trim()) ?? []);
                return errors == SslPolicyErrors.None;
            },
        };
        try
        {
            await stream.TurnToTlsAsync(options, timeouts.Command, cancel);
        }
        catch (AuthenticationException failure)
        {
            throw new SmtpException(Explain(seen, chainFaults, failure), inner: failure);
        }
        catch (SmtpException failure) when (settings.Tls == SmtpTls.Implicit)
        {
            throw new SmtpException($"{failure.Message}; perhaps {Server} begins in the clear, then Mail:Smtp:Tls must be StartTls", inner: failure);
        }
    }

    private string Explain(SslPolicyErrors seen, string chainFaults, AuthenticationException failure)
    {
        if (seen.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return $"The certificate of the mail server {Server} is for another name than Mail:Smtp:Host says";
        if (seen.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return $"The certificate of the mail server {Server} is not to be trusted ({chainFaults}); for a private authority set Mail:Smtp:CaFile";
        return settings.Tls == SmtpTls.Implicit
            ? $"TLS with the mail server {Server} failed: {failure.Message}; perhaps it begins in the clear, then Mail:Smtp:Tls must be StartTls"
            : $"TLS with the mail server {Server} failed: {failure.Message}";
    }

    private X509ChainPolicy? OwnAuthorities()
    {
        if (settings.CaFile.Length == 0)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(settings.CaFile);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SmtpException($"Mail:Smtp:CaFile cannot be read: {unreadable.Message}", inner: unreadable);
        }
        return policy;
    }

    private async Task LogInAsync(SmtpStream stream, SmtpFeatures features, CancellationToken cancel)
    {
        var reply = features.Logins.Contains("PLAIN") ? await AskAsync(stream, $"AUTH PLAIN {Base64($"\0{settings.User}\0{settings.Password}")}", "AUTH PLAIN", cancel)
            : features.Logins.Contains("LOGIN") ? await LogInByQuestionsAsync(stream, cancel)
            : throw new SmtpException(features.Logins.Count == 0
                ? $"The mail server {Server} offers no login on this connection; leave Mail:Smtp:User empty, or set Mail:Smtp:Tls if it offers it under TLS only"
                : $"The mail server {Server} offers only the logins {string.Join(", ", features.Logins)}; this program knows PLAIN and LOGIN");
        if (reply.Code != 235)
            throw new SmtpException($"The mail server {Server} refuses the login; see Mail:Smtp:User and Password: {reply}", reply.Code);
    }

    private async Task<SmtpReply> LogInByQuestionsAsync(SmtpStream stream, CancellationToken cancel)
    {
        var reply = await AskAsync(stream, "AUTH LOGIN", "AUTH LOGIN", cancel);
        if (reply.Code == 334)
            reply = await AskAsync(stream, Base64(settings.User), "the user's name", cancel);
        if (reply.Code == 334)
            reply = await AskAsync(stream, Base64(settings.Password), "the password", cancel);
        return reply;
    }

    /// <param name="name">What the question is called in messages: never what is in it.</param>
    private async Task<SmtpReply> AskAsync(SmtpStream stream, string command, string name, CancellationToken cancel)
    {
        await stream.WriteLineAsync(command, timeouts.Command, cancel);
        return await stream.ReadReplyAsync(name, timeouts.Command, cancel);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
