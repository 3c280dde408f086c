using System.CommandLine;
using System.Diagnostics;
using NewsSite.Transfer.Sample;

namespace NewsSite.Web.Commands;

/// <summary>load-sample: adds made-up articles and jobs, to try the site at size.</summary>
internal static class LoadSampleCommand
{
    public static Command Create()
    {
        var articles = Count("--articles", "How many articles to add.", 1000);
        var jobs = Count("--jobs", "How many jobs to add.", 200);
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same sample.", DefaultValueFactory = _ => 1 };
        var command = new Command("load-sample", "Add made-up articles and jobs, to try the site at size. For trials only: they stay.") { articles, jobs, seed };
        command.SetAction((parsed, cancel) => CommandLine.WithPaperAsync(
            services => LoadAsync(
                services.GetRequiredService<SamplePaper>(),
                new SampleOptions { Articles = parsed.GetValue(articles), Jobs = parsed.GetValue(jobs), Seed = parsed.GetValue(seed) },
                cancel),
            cancel));
        return command;
    }

    private static Option<int> Count(string name, string description, int ordinarily)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => ordinarily };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 0)
                given.AddError($"{name} must not be negative");
        });
        return option;
    }

    private static async Task<int> LoadAsync(SamplePaper sample, SampleOptions options, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        await sample.LoadAsync(options, new Shown(), cancel);
        Console.WriteLine($"Added {options.Articles:N0} articles and {options.Jobs:N0} jobs in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s (seed {options.Seed}).");
        return 0;
    }

    /// <summary>Unlike Progress, says it before the work goes on, so that lines stay in order.</summary>
    private sealed class Shown : IProgress<SampleProgress>
    {
        private readonly ProgressLine _line = new();

        public void Report(SampleProgress value) => _line.Show(value.What, value.Done, value.Total);
    }
}
