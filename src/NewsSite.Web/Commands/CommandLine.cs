using System.CommandLine;
using NewsSite.Jobs.Occupations;
using NewsSite.Jobs.Places;
using NewsSite.Platform.Database;

namespace NewsSite.Web.Commands;

/// <summary>The command line: one verb each. Without a verb the program serves the site.</summary>
public static class CommandLine
{
    /// <summary>The exit code of what was stopped by Ctrl+C, as shells have it.</summary>
    internal const int Stopped = 130;

    /// <summary>How long a stopped verb may take to finish what it has begun and to say how far it came.</summary>
    private static readonly TimeSpan ToTheEndOfABatch = TimeSpan.FromSeconds(30);

    /// <summary>Whether the arguments ask for a verb or help rather than to serve (with settings such as --Site:Demo=false).</summary>
    public static bool IsVerb(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("NewsSite: a newspaper's site with a jobs board. Without a verb it serves the site.")
        {
            ImportCommand.Create(),
            MigrateCommand.Create(),
            MailCommand.Create(),
            LoadSampleCommand.Create(),
            ReindexCommand.Create(),
            StaffCommand.Create(),
        };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = ToTheEndOfABatch });
    }

    /// <summary>
    /// Runs a verb's work with the paper's services and a migrated database; an expected failure is one line on standard error
    /// and exit code 1.
    /// </summary>
    internal static async Task<int> WithPaperAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        // Ctrl+C is listened to only once the work waits for something, and on SQLite it may never wait.
        await Task.Yield();
        try
        {
            var builder = Paper.CreateBuilder([]);
            builder.AddPaper();
            await using var app = builder.Build();
            await app.Services.GetRequiredService<Migrator>().ApplyAsync(cancel);
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StartingPlaces>().FillAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<StartingOccupations>().FillAsync(cancel);
            var code = await work(scope.ServiceProvider);
            // What a verb brought, the plans of the next questions know of.
            await scope.ServiceProvider.GetRequiredService<Statistics>().RefreshAsync(cancel);
            return code;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("newssite: stopped");
            return Stopped;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or FormatException
            or System.Data.Common.DbException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"newssite: {failure.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }
}
