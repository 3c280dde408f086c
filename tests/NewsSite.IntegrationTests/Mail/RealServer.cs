using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>A mail server that is not ours, unpacked by run.sh, on a free port of this machine in a folder of its own.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private const string Variable = "NEWSSITE_TEST_MAIL_SERVERS";

    private readonly Process _process;

    private RealServer(Process process, string folder, int port)
    {
        _process = process;
        Folder = folder;
        Port = port;
    }

    public string Folder { get; }

    public int Port { get; }

    /// <summary>Postfix's smtp-sink: speaks SMTP as Postfix does and writes each mail with its envelope into a file.</summary>
    public static Task<RealServer> StartSinkAsync(params string[] options)
    {
        var package = Package("postfix/usr/sbin/smtp-sink");
        return StartAsync(Path.Combine(package, "usr/sbin/smtp-sink"), (folder, port) => ["-u", "root", "-d", Path.Combine(folder, "%M."), .. options, $"127.0.0.1:{port}", "100"],
            start => start.Environment["LD_LIBRARY_PATH"] = Path.Combine(package, "usr/lib/postfix"));
    }

    public static Task<RealServer> StartOpenSmtpdAsync()
    {
        if (Environment.UserName != "root")
            Assert.Skip("OpenSMTPD starts as root only");
        var package = Package("opensmtpd/usr/sbin/smtpd");
        return StartAsync("bash", (folder, port) => [Tests.Repository.PathOf("tests", "NewsSite.IntegrationTests", "Mail", "opensmtpd.sh"), package, folder, $"{port}"], _ => { });
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The unpacked package that holds the program; where there is none the test is skipped.</summary>
    private static string Package(string program)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder) || !File.Exists(Path.Combine(folder, program)))
            Assert.Skip($"{program} is not here: tests/run.sh unpacks it and sets {Variable}");
        return Path.Combine(folder, program.Split('/')[0]);
    }

    private static async Task<RealServer> StartAsync(string program, Func<string, int, string[]> arguments, Action<ProcessStartInfo> prepare)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-mail-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments(folder, port)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        prepare(start);
        var process = Process.Start(start)!;
        var output = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (process.HasExited)
                break;
            if (await AnswersAsync(port))
                return new RealServer(process, folder, port);
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"{program} did not start: {output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
