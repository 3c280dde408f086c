using System.Diagnostics;

namespace NewsSite.Benchmarks;

/// <summary>What dotnet publish makes, and papers to serve with it.</summary>
internal sealed class PublishedSite
{
    /// <summary>The core that servers run on; the load comes from the other.</summary>
    public const int ServerCore = 0;

    private readonly string _program;

    private PublishedSite(Workplace workplace, string folder)
    {
        Workplace = workplace;
        Folder = folder;
        _program = Path.Combine(folder, "NewsSite.Web.dll");
    }

    public Workplace Workplace { get; }

    public string Folder { get; }

    public static async Task<PublishedSite> MakeAsync(Workplace workplace)
    {
        Console.WriteLine("Publishing the site");
        var folder = workplace.PathOf("site");
        await Tools.RunAsync("dotnet", "publish", Path.Combine(Workplace.Repository, "src", "NewsSite.Web"), "-c", "Release", "-o", folder, "-v", "quiet", "--disable-build-servers");
        return new PublishedSite(workplace, folder);
    }

    /// <summary>The folder of a made-up paper of that size; made at the first call.</summary>
    public async Task<string> SampleAsync(int articles, int jobs)
    {
        var data = Workplace.PathOf($"sample-{articles}");
        if (Directory.Exists(data))
            return data;
        Console.WriteLine($"Filling a paper with {articles:N0} articles and {jobs:N0} jobs");
        Directory.CreateDirectory(data);
        var load = Tools.Start("dotnet", _program, "load-sample", "--articles", $"{articles}", "--jobs", $"{jobs}", "--seed", "1");
        load.Environment["Site__DataPath"] = data;
        await Tools.RunAsync(load);
        return data;
    }

    /// <summary>Serves a paper on the server's core and waits for its first answer.</summary>
    public Task<RunningSite> ServeAsync(string data, bool pageCache = true) =>
        RunningSite.StartAsync(WithSettings(Tools.StartOn(ServerCore, "dotnet", _program), data, pageCache));

    /// <summary>The same with all the machine's cores, as a start is timed.</summary>
    public Task<RunningSite> ServeFreelyAsync(string data) => RunningSite.StartAsync(WithSettings(Tools.Start("dotnet", _program), data, pageCache: true));

    /// <summary>From the sources, as a newcomer starts it.</summary>
    public static Task<RunningSite> RunFromSourceAsync(string data) =>
        RunningSite.StartAsync(WithSettings(Tools.Start("dotnet", "run", "--project", Path.Combine(Workplace.Repository, "src", "NewsSite.Web")), data, pageCache: true));

    private static ProcessStartInfo WithSettings(ProcessStartInfo start, string data, bool pageCache)
    {
        start.Environment["Site__DataPath"] = data;
        start.Environment["Site__PageCache"] = pageCache ? "true" : "false";
        return start;
    }
}
