using System.CommandLine;
using System.Globalization;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress;

namespace NewsSite.Web.Commands;

/// <summary>import: brings content over from elsewhere, one verb for each kind of source.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Bring content over from elsewhere.") { Wordpress(), PlacesCommand.Create(), OccupationsCommand.Create() };

    private static Command Wordpress()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A WordPress export (Tools, Export): WXR 1.0, 1.1 or 1.2." };
        var media = new Option<DirectoryInfo?>("--media") { HelpName = "DIR", Description = "The old site's folder of uploads; without it pictures come without their files." };
        var language = new Option<string>("--language")
        {
            HelpName = string.Join('|', Language.All),
            Description = "The language of what is imported.",
            DefaultValueFactory = _ => Language.Default.Code,
        };
        language.AcceptOnlyFromAmong([.. Language.All.Select(known => known.Code)]);
        var command = new Command("wordpress", "Bring a paper over from WordPress. Can be run again: what changed there is updated, what changed here is kept.") { file, media, language };
        command.SetAction((parsed, cancel) => CommandLine.WithPaperAsync(async services =>
        {
            var options = new WordpressImportOptions
            {
                File = parsed.GetValue(file)!.FullName,
                MediaFolder = parsed.GetValue(media)?.FullName,
                Language = Language.OrDefault(parsed.GetValue(language)),
            };
            return await RunAsync(services.GetRequiredService<WordpressImport>(), options, cancel);
        }, cancel));
        return command;
    }

    private static async Task<int> RunAsync(WordpressImport import, WordpressImportOptions options, CancellationToken cancel)
    {
        var progress = new ProgressReport();
        try
        {
            var report = await import.RunAsync(options, progress, cancel);
            Console.Write(report);
            return 0;
        }
        catch (OperationCanceledException)
        {
            progress.Line.End();
            await Console.Error.WriteLineAsync(Stopped(progress.Last));
            return CommandLine.Stopped;
        }
        catch (ImportException)
        {
            progress.Line.End();
            throw;
        }
    }

    /// <param name="at">How far it was; null: it had not begun.</param>
    internal static string Stopped(ImportProgress? at)
    {
        if (at is null || at.Stage == ImportProgress.ReadingExport)
            return "newssite: stopped while reading the export; nothing was written";
        var done = string.Create(CultureInfo.InvariantCulture, $"{at.Done:N0} of {at.Total:N0}");
        return $"newssite: stopped at “{at.Stage}”, {done} done; what was written stays, and running it again goes on from there";
    }

    private sealed class ProgressReport : IProgress<ImportProgress>
    {
        public ProgressLine Line { get; } = new();

        public ImportProgress? Last { get; private set; }

        public void Report(ImportProgress value)
        {
            Last = value;
            Line.Show(value.Stage, value.Done, value.Total);
        }
    }
}
