using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsSite.Platform.Database;

/// <summary>One numbered SQL file, such as Migrations/Sqlite/0001-paper.sql.</summary>
internal sealed partial record Migration(int Number, string Name, string Sql)
{
    /// <summary>The migrations that an assembly carries for one database, in order.</summary>
    public static IReadOnlyList<Migration> In(Assembly assembly, DatabaseEngine engine)
    {
        var folder = $"Migrations/{engine}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name, FileName().Match(name[folder.Length..])))
            .OrderBy(migration => migration.Number)];
    }

    private static Migration Read(Assembly assembly, string resource, Match name)
    {
        if (!name.Success)
            throw new InvalidOperationException($"{resource} is not named like 0001-what-it-does.sql");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(int.Parse(name.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), name.Groups[2].Value, reader.ReadToEnd());
    }

    [GeneratedRegex(@"^(\d{4})-(.+)\.sql$")]
    private static partial Regex FileName();
}

/// <summary>The assembly that carries the SQL files: the host's.</summary>
public sealed record MigrationSource(Assembly Assembly);
