using System.CommandLine;
using System.Globalization;
using NewsSite.Jobs.Occupations;

namespace NewsSite.Web.Commands;

/// <summary>import occupations: brings the names of occupations, from ESCO.</summary>
internal static class OccupationsCommand
{
    private const int MostListed = 20;

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Files of ESCO (CSV, or packed as .csv.gz), one for each language, named as occupations_en.csv." };
        var command = new Command("occupations", "Bring the names of occupations in several languages, so that searches know which mean the same. Can be run again: it updates; what the desk changed stays.") { files };
        command.SetAction((parsed, cancel) => CommandLine.WithPaperAsync(
            services => RunAsync(services.GetRequiredService<OccupationImport>(), parsed.GetRequiredValue(files), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(OccupationImport import, FileInfo[] files, CancellationToken cancel)
    {
        var result = await import.RunAsync([.. files.Select(file => file.FullName)], cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"occupations: {result.Added} new, {result.Updated} updated, {result.Unchanged} unchanged, {result.Kept.Count} kept as the desk has them."));
        foreach (var title in result.Kept.Take(MostListed))
            Console.WriteLine($"    kept: {title}");
        if (result.Kept.Count > MostListed)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {result.Kept.Count - MostListed} more"));
        return 0;
    }
}
