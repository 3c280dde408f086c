using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>A mail server that says what the test wants: each connection runs the script anew.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Peer, Task> _script;
    private readonly List<Task> _conversations = [];
    private readonly Task _accepting;

    public ScriptedServer(Func<Peer, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    /// <summary>Every line that clients have sent, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The mails taken, dots unstuffed.</summary>
    public List<string> Taken { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_conversations).WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _listener.Dispose();
    }

    /// <summary>A certificate for localhost that signs itself.</summary>
    public static X509Certificate2 NewCertificate(string host = "localhost")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(30), DateTimeOffset.UnixEpoch.AddYears(130));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                _conversations.Add(TalkAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _script(new Peer(this, client.GetStream(), _end.Token));
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went first.
            }
        }
    }

    /// <summary>The server's end of one connection.</summary>
    public sealed class Peer(ScriptedServer server, Stream stream, CancellationToken cancel)
    {
        private Stream _stream = stream;

        public CancellationToken Cancel => cancel;

        public async Task SayAsync(string line) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancel);

        public async Task<string> HearAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, cancel) == 1)
            {
                if (one[0] == '\n')
                {
                    var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                    lock (server.Heard)
                        server.Heard.Add(text);
                    return text;
                }
                line.Add(one[0]);
            }
            throw new IOException("closed");
        }

        public async Task TurnToTlsAsync(X509Certificate2 certificate)
        {
            var secured = new SslStream(_stream);
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancel);
            _stream = secured;
        }

        /// <summary>Greeting and EHLO with these extensions.</summary>
        public async Task GreetAsync(params string[] extensions)
        {
            await SayAsync("220 scripted ESMTP");
            await AnswerHelloAsync(extensions);
        }

        public async Task AnswerHelloAsync(params string[] extensions)
        {
            await HearAsync();
            for (var place = 0; place <= extensions.Length; place++)
                await SayAsync($"250{(place == extensions.Length ? ' ' : '-')}{(place == 0 ? "scripted" : extensions[place - 1])}");
        }

        /// <summary>Everything of one mail answered with yes, command after command; other commands too.</summary>
        public async Task TakeMailsAsync(string accepted = "250 2.0.0 Ok: queued as 4711")
        {
            while (true)
            {
                switch ((await HearAsync()).Split(' ', ':')[0])
                {
                    case "DATA":
                        await SayAsync("354 go on");
                        await HearMailAsync();
                        await SayAsync(accepted);
                        break;
                    case "QUIT":
                        await SayAsync("221 bye");
                        return;
                    default:
                        await SayAsync("250 2.1.0 Ok");
                        break;
                }
            }
        }

        public async Task HearMailAsync()
        {
            var mail = new StringBuilder();
            while (await HearAsync() is not "." and var line)
                mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            lock (server.Taken)
                server.Taken.Add(mail.ToString());
        }
    }
}
