using System.Text.RegularExpressions;
using NewsSite.Tests;

namespace NewsSite.BrowserTests.Checks;

/// <summary>Every page of the newsroom, as its files name them: one that is new is looked at by itself.</summary>
internal static partial class NewsroomAddresses
{
    /// <summary>{id} stands for what the page is about.</summary>
    public static IEnumerable<string> All => Directory.EnumerateFiles(Repository.PathOf("src", "NewsSite.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
        .Select(file => Route().Match(File.ReadLines(file).First())).Where(match => match.Success)
        .Select(match => Parameter().Replace(match.Groups[1].Value, "{id}"))
        .Concat(["/newsroom/sections/new", "/newsroom/pages/new"]) // The page of a thing, for one that is not there yet.
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("^@page \"(/newsroom[^\"]*)\"")]
    private static partial Regex Route();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
