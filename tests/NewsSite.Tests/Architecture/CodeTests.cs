using System.Text.RegularExpressions;

namespace NewsSite.Tests.Architecture;

/// <summary>What the compiler lets pass and we do not.</summary>
public sealed partial class CodeTests
{
    [Fact]
    public void No_catch_swallows_everything() =>
        Findings.MustBeNone(SourceTree.Files("src", ".cs").SelectMany(SwallowedIn));

    [Theory]
    [InlineData("try { Go(); } catch { }", 1)]
    [InlineData("try { Go(); } catch (Exception) { return; }", 1)]
    [InlineData("try { Go(); } catch (System.Exception e) { return default; }", 1)]
    [InlineData("try { Go(); } catch { Release(); throw; }", 0)]
    [InlineData("try { Go(); } catch (Exception e) { Log(e); }", 0)]
    [InlineData("try { Go(); } catch (Exception e) when (e is IOException) { return; }", 0)]
    [InlineData("try { Go(); } catch (IOException) { return; }", 0)]
    public void A_catch_of_everything_throws_on_or_tells(string code, int found) => Assert.Equal(found, Swallowed(code).Count());

    [Fact]
    public void Sql_stands_in_migrations_and_in_the_platforms_database_only() =>
        Findings.MustBeNone(Lines("src", ".cs", ".cshtml", ".razor")
            .Where(line => !line.File.StartsWith("src/NewsSite.Platform/Database/", StringComparison.Ordinal) && Sql().IsMatch(line.Text))
            .Select(line => line.ToString()));

    [Fact]
    public void Only_the_platform_knows_the_databases_providers() =>
        Findings.MustBeNone(Lines("src", ".cs", ".cshtml", ".razor")
            .Where(line => !line.File.StartsWith("src/NewsSite.Platform/", StringComparison.Ordinal) && Provider().IsMatch(line.Text))
            .Select(line => line.ToString()));

    [Fact]
    public void A_suppression_carries_its_reason_in_the_same_line() =>
        Findings.MustBeNone(Lines("src", ".cs", ".cshtml", ".ts", ".csproj", ".props", ".targets").Concat(Lines("tests", ".cs", ".csproj", ".props"))
            .Where(line => Suppression().IsMatch(line.Text) && !Reason().IsMatch(line.Text))
            .Select(line => line.ToString()));

    private static IEnumerable<Line> Lines(string folder, params string[] extensions) =>
        SourceTree.Files(folder, extensions).SelectMany(file => file.Lines().Select((text, index) => new Line(file.Path, index + 1, text)));

    private static IEnumerable<string> SwallowedIn(SourceFile file) => Swallowed(file.Text()).Select(found => $"{file.Path}: {found}");

    /// <summary>The clauses that catch everything and neither throw on nor use what they have caught.</summary>
    private static IEnumerable<string> Swallowed(string code)
    {
        foreach (Match clause in CatchAll().Matches(code))
        {
            var body = code[clause.Index..End(code, clause.Index + clause.Length)][clause.Length..];
            var name = clause.Groups["name"].Value;
            if (!body.Contains("throw;", StringComparison.Ordinal) && (name.Length == 0 || !Regex.IsMatch(body, $@"\b{name}\b")))
                yield return clause.Value;
        }
    }

    /// <summary>Where the block ends that was opened just before this place.</summary>
    private static int End(string code, int place)
    {
        for (var open = 1; open > 0 && place < code.Length; place++)
            open += code[place] switch { '{' => 1, '}' => -1, _ => 0 };
        return place;
    }

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception(\s+(?<name>\w+))?\s*\)\s*)?\{")]
    private static partial Regex CatchAll();

    [GeneratedRegex("""(FromSql|ExecuteSql|SqlQuery|\.CreateCommand\()|"\s*(SELECT\s|INSERT INTO|UPDATE \w+ SET|DELETE FROM|(CREATE|DROP|ALTER) (TABLE|INDEX)|PRAGMA |VACUUM)""")]
    private static partial Regex Sql();

    [GeneratedRegex(@"\b(Npgsql|Microsoft\.Data\.Sqlite|SQLitePCL)\b")]
    private static partial Regex Provider();

    [GeneratedRegex(@"^\s*(#pragma warning disable|#nullable disable|\[.*SuppressMessage\(|<NoWarn>|<WarningsNotAsErrors>|<TreatWarningsAsErrors>false|//\s*@ts-)")]
    private static partial Regex Suppression();

    [GeneratedRegex("""(#pragma|#nullable).*//\s*\w.+|Justification = "\w|<!-- .+ -->|@ts-\S+\s+\w.+""")]
    private static partial Regex Reason();

    private sealed record Line(string File, int Number, string Text)
    {
        public override string ToString() => $"{File}:{Number}: {Text.Trim()}";
    }
}
