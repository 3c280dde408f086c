using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace NewsSite.Tests;

/// <summary>The data that lies beside the repository, in ../shared/data: real exports, schemas, places. Not everybody has it.</summary>
public static class SharedData
{
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Repository.Root, "..", "shared", "data", .. parts]);

    /// <summary>The files of a folder there by name; none where the data is absent.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(PathOf(folder)) ? Directory.EnumerateFiles(PathOf(folder), pattern).Order(StringComparer.Ordinal) : [];
}

/// <summary>A fact about shared data; where the data is absent there is no such test, so that it does not count as skipped.</summary>
/// <param name="path">What it needs, in ../shared/data.</param>
[XunitTestCaseDiscoverer(typeof(SharedDataFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute(
    string path, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber)
{
    public string Path { get; } = path;
}

/// <summary>A theory about shared data; where the data is absent there is no such test, so that it does not count as skipped.</summary>
/// <param name="path">What it needs, in ../shared/data.</param>
[XunitTestCaseDiscoverer(typeof(SharedDataTheoryDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute(
    string path, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber)
{
    public string Path { get; } = path;
}

internal sealed class SharedDataFactDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Path.Exists(SharedData.PathOf(((SharedDataFactAttribute)factAttribute).Path))
            ? base.Discover(discoveryOptions, testMethod, factAttribute)
            : new([]);
}

internal sealed class SharedDataTheoryDiscoverer : TheoryDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        Path.Exists(SharedData.PathOf(((SharedDataTheoryAttribute)factAttribute).Path))
            ? base.Discover(discoveryOptions, testMethod, factAttribute)
            : new([]);
}
