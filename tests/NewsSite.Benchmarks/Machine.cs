using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsSite.Benchmarks;

/// <summary>What it was measured on.</summary>
internal static class Machine
{
    public static async Task<string> DescribeAsync()
    {
        var model = Value("/proc/cpuinfo", "model name");
        var memory = long.Parse(Value("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / (1024 * 1024);
        var nginx = (await VersionAsync("nginx", "-v")).Split('/')[^1];
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({model}), {memory} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, nginx {nginx}; SQLite; the server on one core, wrk on the other.");
    }

    private static string Value(string file, string name) =>
        File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':', 2)[1].Trim();

    private static async Task<string> VersionAsync(string program, string argument) =>
        (await Tools.RunAsync("sh", "-c", $"{program} {argument} 2>&1")).Trim();
}
