namespace NewsSite.Tests;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsSite.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"NewsSite.sln lies in no folder above {AppContext.BaseDirectory}; run the tests where they were built");
    }
}
