using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Processes;

/// <summary>The real program as an operator starts it, over a test's database and folder; it can be killed and started again at the same address.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private SiteProcess(Paper paper, string address, IEnumerable<(string Name, string Value)> settings)
    {
        Address = address;
        var output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.PathOf("src", "NewsSite.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Repository.PathOf("src", "NewsSite.Web", "bin", output[^2], output[^1], "NewsSite.Web.dll"));
        foreach (var (name, value) in paper.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_URLS"] = start.Environment["Site__PublicUrl"] = address;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = new Process { StartInfo = start };
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <param name="address">That of a killed one; null: a new one.</param>
    public static async Task<SiteProcess> StartAsync(Paper paper, string? address = null, params (string Name, string Value)[] settings)
    {
        var process = new SiteProcess(paper, address ?? $"http://localhost:{FreePort()}", settings);
        await process.OpenAsync();
        return process;
    }

    /// <summary>As kill -9 does: the program gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task OpenAsync()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
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
            throw new InvalidOperationException($"The site did not open at {Address}:\n{_said}", exception);
        }

        void Hear(string? line)
        {
            lock (_said)
                _said.AppendLine(line);
            if (line?.Contains(" is open at ", StringComparison.Ordinal) == true)
                open.TrySetResult();
            else if (line is null)
                open.TrySetException(new InvalidOperationException("The program ended before it was open."));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
