using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsSite.Tests;

namespace NewsSite.BrowserTests.Running;

/// <summary>The real program as an operator starts it: a process with a port, a data folder and a database of its own.</summary>
public sealed class PaperProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly StringBuilder _said = new();

    private PaperProcess(DirectoryInfo folder, string address, IReadOnlyDictionary<string, string> settings)
    {
        _folder = folder;
        _settings = settings;
        _process = new Process { StartInfo = Start(settings, []) };
        Address = address;
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <param name="settings">Environment variables of the program.</param>
    /// <param name="before">The arguments of a command to run on the database before it serves; none: empty.</param>
    public static async Task<PaperProcess> StartAsync(IReadOnlyDictionary<string, string> settings, params string[] before)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-browser-");
        var address = $"http://localhost:{FreePort()}";
        var all = new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_URLS"] = address,
            ["Site__PublicUrl"] = address,
            ["Site__DataPath"] = folder.FullName,
            ["ASPNETCORE_ENVIRONMENT"] = "Development", // The style sheet and the script are served from the working copy only then.
        };
        if (before.Length > 0)
            await RunAsync(all, before);
        var paper = new PaperProcess(folder, address, all);
        await paper.OpenAsync();
        return paper;
    }

    /// <summary>Invites somebody to the staff by the command line, beside the running site.</summary>
    /// <returns>The path of the link.</returns>
    public async Task<string> InviteAsync(string email, string role)
    {
        var said = await RunAsync(_settings, ["staff", "invite", email, "--role", role]);
        return said.Split('\n', StringSplitOptions.TrimEntries).Single(line => line.StartsWith(Address + "/account/invitation/", StringComparison.Ordinal))[Address.Length..];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task OpenAsync()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? line)
        {
            lock (_said)
                _said.AppendLine(line);
            if (line?.Contains(" is open at ", StringComparison.Ordinal) == true)
                open.TrySetResult();
            else if (line is null)
                open.TrySetException(new InvalidOperationException("The program ended before it was open."));
        }
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => { lock (_said) _said.AppendLine(line.Data); };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await open.Task.WaitAsync(StartLimit);
        }
        catch (Exception exception) when (exception is TimeoutException or InvalidOperationException)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"The paper did not open at {Address}:\n{_said}", exception);
        }
    }

    private static async Task<string> RunAsync(IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        using var process = new Process { StartInfo = Start(settings, arguments) };
        process.Start();
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await said}\n{await complained}");
        return await said;
    }

    private static ProcessStartInfo Start(IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.PathOf("src", "NewsSite.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Repository.PathOf("src", "NewsSite.Web", "bin", output[^2], output[^1], "NewsSite.Web.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
