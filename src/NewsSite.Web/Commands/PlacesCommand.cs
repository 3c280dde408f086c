using System.CommandLine;
using System.Globalization;
using NewsSite.Jobs.Places;

namespace NewsSite.Web.Commands;

/// <summary>import places: brings where towns lie, from GeoNames.</summary>
internal static class PlacesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A postal code file of GeoNames (download.geonames.org/export/zip), unzipped or packed as .gz." };
        var names = new Option<FileInfo?>("--names") { HelpName = "FILE", Description = "Names of municipalities in Dutch and French: CSV with the columns municipality_NL and municipality_FR, and, where it has them, province_NL, province_FR, region_NL, region_FR, inhabitants." };
        var command = new Command("places", "Bring the towns and postal codes of a country, for searches around a place. Can be run again: it updates. GeoNames asks to be named (CC BY 4.0).") { file, names };
        command.SetAction((parsed, cancel) => CommandLine.WithPaperAsync(
            services => RunAsync(services.GetRequiredService<PlaceImport>(), parsed.GetRequiredValue(file), parsed.GetValue(names), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(PlaceImport import, FileInfo file, FileInfo? names, CancellationToken cancel)
    {
        var result = await import.RunAsync(file.FullName, names?.FullName, new Lines(), cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"places: {result.Added} new, {result.Updated} updated, {result.Unchanged} unchanged. Open jobs that lie elsewhere by it: {result.Moved}."));
        return 0;
    }

    private sealed class Lines : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 10_000 == 0)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:N0} lines"));
        }
    }
}
