using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsSite.Tests.Architecture;

/// <summary>The analyzer forbids what stands in BannedSymbols.txt; here that nothing slips from under it.</summary>
public sealed partial class BannedSymbolsTests
{
    [Fact]
    public void Every_project_of_ours_is_held_to_the_list()
    {
        var props = XDocument.Load(Repository.PathOf("src", "Directory.Build.props"));

        Assert.Contains(props.Descendants("AdditionalFiles"), file => file.Attribute("Include")!.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Contains(props.Descendants("PackageReference"), package => package.Attribute("Include")!.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        // A nearer props file would hide this one; a project could still take things out again.
        Assert.Equal(["src/Directory.Build.props"], SourceTree.Files("src", ".props").Where(file => file.Name == "Directory.Build.props").Select(file => file.Path));
        Findings.MustBeNone(SourceTree.Files("src", ".csproj", ".targets").Where(file => Undone().IsMatch(file.Text())).Select(file => file.Path));
        Assert.DoesNotContain("RS0030", File.ReadAllText(Repository.PathOf(".editorconfig")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_banned_symbol_is_one_that_exists()
    {
        var banned = File.ReadAllLines(Repository.PathOf("src", "BannedSymbols.txt"));

        Assert.NotEmpty(banned);
        foreach (var line in banned)
        {
            var entry = Entry().Match(line);
            Assert.True(entry.Success, $"'{line}' does not read like P:Type.Member;what to do instead");
            var type = Type.GetType(entry.Groups["type"].Value) ?? Type.GetType($"{entry.Groups["type"].Value}, System.Private.CoreLib");
            Assert.True(type?.GetMember(entry.Groups["member"].Value) is { Length: > 0 }, $"'{line}' names nothing");
        }
    }

    [GeneratedRegex("AdditionalFiles +Remove|PackageReference +Remove|Analyzer +Remove|RunAnalyzers|RS0030|EnableNETAnalyzers")]
    private static partial Regex Undone();

    [GeneratedRegex(@"^[PM]:(?<type>[\w.`]+)\.(?<member>\w+)(\([\w.,]*\))?;\w.+$")]
    private static partial Regex Entry();
}
