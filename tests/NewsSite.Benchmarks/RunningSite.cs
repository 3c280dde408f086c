using System.Diagnostics;
using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>A server of the site, ended when disposed.</summary>
internal sealed class RunningSite : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private RunningSite(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>From starting the process to the first page that it answered with 200.</summary>
    public TimeSpan TimeToFirstAnswer { get; private set; }

    public static async Task<RunningSite> StartAsync(ProcessStartInfo start)
    {
        var address = new Uri($"http://127.0.0.1:{Workplace.FreePort()}");
        start.Environment["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority);
        start.RedirectStandardOutput = true;
        var began = Stopwatch.GetTimestamp();
        var site = new RunningSite(Process.Start(start)!, address);
        site._process.BeginOutputReadLine(); // Read and dropped: a full pipe would stop the server.
        while (!await site.AnswersAsync())
        {
            if (site._process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"the site did not answer: {start.FileName} {string.Join(' ', start.ArgumentList)}");
            await Task.Delay(5);
        }
        site.TimeToFirstAnswer = Stopwatch.GetElapsedTime(began);
        return site;
    }

    /// <summary>Resident memory in MB.</summary>
    public int Memory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }
}
