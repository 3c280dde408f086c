using System.Xml.Linq;

namespace NewsSite.Tests.Architecture;

/// <summary>The table in the README is the law; the project files must say the same.</summary>
public sealed class ImportTableTests
{
    [Fact]
    public void The_table_names_every_module_once()
    {
        var table = ReadTable();

        Assert.Equal(SourceTree.Modules, table.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(SourceTree.Modules.Where(module => module != "Web"), Columns().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_reference_what_the_table_allows_and_nothing_else()
    {
        var table = ReadTable();
        foreach (var module in SourceTree.Modules)
            Assert.Equal($"{module} → {string.Join(' ', table[module])}", $"{module} → {string.Join(' ', References(module))}");
    }

    [Fact]
    public void A_reference_does_not_bring_others_along() =>
        Assert.Equal("true", XDocument.Load(Repository.PathOf("src", "Directory.Build.props")).Descendants("DisableTransitiveProjectReferences").Single().Value);

    /// <summary>What each module may import, by module.</summary>
    private static Dictionary<string, string[]> ReadTable()
    {
        var columns = Columns();
        return Rows().Skip(2).SelectMany(row => row[0].Split(", ").Select(module => (Module: module, Cells: row[1..])))
            .ToDictionary(row => row.Module, row => columns.Where((_, column) => row.Cells[column] == "yes").Order(StringComparer.Ordinal).ToArray());
    }

    private static string[] Columns() => Rows()[0][1..];

    private static List<string[]> Rows()
    {
        var rows = File.ReadLines(Repository.PathOf("README.md"))
            .SkipWhile(line => !line.StartsWith("| imports →", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.True(rows.Count > 2, "README.md has no table that begins with '| imports →'");
        return rows;
    }

    private static IEnumerable<string> References(string module) =>
        XDocument.Load(SourceTree.ProjectFile(module)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))["NewsSite.".Length..])
            .Order(StringComparer.Ordinal);
}
