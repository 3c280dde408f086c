using System.Text.RegularExpressions;

namespace NewsSite.Tests.Architecture;

/// <summary>Things lie where their names say.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] TopLevel = ["src", "tests", "wwwroot", "README.md", "NewsSite.sln", ".ci", ".editorconfig", ".gitignore", ".gitattributes"];

    /// <summary>Of git and of people's own tools; never committed.</summary>
    private static readonly string[] Personal = [".git", ".vs", ".vscode", ".idea"];

    private static readonly string[] FoldersThatSayNothing = ["Services", "Managers", "Helpers", "Interfaces", "Dtos", "Common", "Models", "Utils", "Misc"];

    [Fact]
    public void Nothing_else_lies_at_the_top() =>
        Findings.MustBeNone(Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)).Except(TopLevel).Except(Personal));

    [Fact]
    public void Folders_are_named_after_nouns() =>
        Findings.MustBeNone(SourceTree.Folders("src").Concat(SourceTree.Folders("tests"))
            .Where(folder => FoldersThatSayNothing.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Namespaces_equal_folders() =>
        Findings.MustBeNone(SourceTree.Files("src", ".cs").Concat(SourceTree.Files("tests", ".cs"))
            .Where(file => file.Path != "src/NewsSite.Web/Program.cs")
            .Select(file => (file.Path, Expected: file.Folder[(file.Folder.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.'), Actual: Namespace().Match(file.Text()).Groups["name"].Value))
            .Where(file => file.Actual != file.Expected)
            .Select(file => $"{file.Path}: namespace '{file.Actual}', not '{file.Expected}'"));

    [Fact]
    public void Files_have_no_regions_and_projects_no_global_usings_of_our_own() =>
        Findings.MustBeNone(SourceTree.Files("src", ".cs").Concat(SourceTree.Files("tests", ".cs"))
            .SelectMany(file => file.Lines().Select(line => (file.Path, Line: line.TrimStart())))
            .Where(found => found.Line.StartsWith("#region", StringComparison.Ordinal) || found.Line.StartsWith("global using NewsSite", StringComparison.Ordinal))
            .Select(found => $"{found.Path}: {found.Line}"));

    /// <summary>
    /// An interface stands for a choice, so at least two of our own types must implement it: counted are the classes and structs
    /// of src that can be made.
    /// </summary>
    [Fact]
    public void Every_interface_has_two_implementations()
    {
        var types = SourceTree.Types().ToList();

        Findings.MustBeNone(types.Where(type => type.IsInterface)
            .Where(contract => types.Count(type => type is { IsInterface: false, IsAbstract: false } && Implements(type, contract)) < 2)
            .Select(contract => $"{contract.FullName} has fewer than two implementations"));
    }

    [Fact]
    public void Every_class_is_sealed_or_made_to_be_derived_from() =>
        Findings.MustBeNone(SourceTree.Types()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Namespace is not null && !type.Namespace.StartsWith("AspNetCoreGenerated", StringComparison.Ordinal))
            // Razor makes the class of a component, and has no word for sealed.
            .Where(type => !typeof(Microsoft.AspNetCore.Components.ComponentBase).IsAssignableFrom(type))
            .Where(type => SourceTree.Types().All(other => other.BaseType != type))
            .Select(type => $"{type.FullName} is neither sealed nor derived from"));

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(known => (known.IsGenericType ? known.GetGenericTypeDefinition() : known) == contract);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
