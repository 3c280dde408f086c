using System.Diagnostics;

namespace NewsSite.Benchmarks;

/// <summary>The programs that do the work: dotnet, taskset, wrk, nginx.</summary>
internal static class Tools
{
    private static readonly Dictionary<string, string> Packages = new() { ["wrk"] = "wrk", ["nginx"] = "nginx-light", ["taskset"] = "util-linux" };

    /// <summary>Sees to it that all are there: installed by apt where that is possible.</summary>
    public static async Task RequireAsync()
    {
        if (Environment.ProcessorCount < 2)
            throw new InvalidOperationException("two cores are needed: one for the server, one for the load");
        var missing = Packages.Keys.Where(tool => Find(tool) is null).ToList();
        if (missing.Count == 0)
            return;
        if (!Environment.IsPrivilegedProcess || Find("apt-get") is null)
            throw new InvalidOperationException($"install {string.Join(", ", missing)} first (Debian: apt install {string.Join(' ', missing.Select(tool => Packages[tool]))})");
        await RunAsync("apt-get", "update", "-qq");
        await RunAsync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. missing.Select(tool => Packages[tool])]);
    }

    /// <summary>Runs a program to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds the end of what it wrote.</exception>
    public static Task<string> RunAsync(string program, params string[] arguments) => RunAsync(Start(program, arguments));

    public static async Task<string> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed:\n{await output}{await errors}");
        return await output;
    }

    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments) => new(program, arguments);

    /// <summary>The same program, kept to one core.</summary>
    public static ProcessStartInfo StartOn(int core, string program, params IEnumerable<string> arguments) =>
        new("taskset", ["-c", $"{core}", program, .. arguments]);

    private static string? Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
