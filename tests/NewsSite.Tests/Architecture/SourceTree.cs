using System.Reflection;

namespace NewsSite.Tests.Architecture;

/// <summary>The files that people write, found by walking the working copy; what builds make is left out.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Made = ["bin", "obj", "node_modules", "dist", "data", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The modules: every folder directly under src/, by its name without "NewsSite.".</summary>
    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("src"), "NewsSite.*").Select(folder => Path.GetFileName(folder)["NewsSite.".Length..]).Order(StringComparer.Ordinal)];

    public static string ProjectFile(string module) => Repository.PathOf("src", $"NewsSite.{module}", $"NewsSite.{module}.csproj");

    public static IReadOnlyList<Assembly> Assemblies() => [.. Modules.Select(module => Assembly.Load($"NewsSite.{module}"))];

    /// <summary>The types that people write, nested ones too, without what the compiler adds.</summary>
    public static IEnumerable<Type> Types() => Assemblies().SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal) && !type.FullName.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>All files below a folder whose extension is one of these; paths are relative to the repository, with slashes.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] extensions) =>
        Under(new DirectoryInfo(Repository.PathOf(folder)))
            .Where(file => extensions.Contains(file.Extension))
            .Select(file => new SourceFile(Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    public static IEnumerable<string> Folders(string folder) =>
        Below(new DirectoryInfo(Repository.PathOf(folder))).Select(below => Path.GetRelativePath(Repository.Root, below.FullName).Replace('\\', '/'));

    private static IEnumerable<FileInfo> Under(DirectoryInfo folder) =>
        folder.Exists ? folder.EnumerateFiles().Concat(Below(folder).SelectMany(below => below.EnumerateFiles())) : [];

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateDirectories().Where(below => !Made.Contains(below.Name)).SelectMany(below => Below(below).Prepend(below));
}

/// <param name="Path">Relative to the repository, with slashes.</param>
internal sealed record SourceFile(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public string[] Lines() => File.ReadAllLines(Repository.PathOf(Path));

    public string Text() => File.ReadAllText(Repository.PathOf(Path));
}
