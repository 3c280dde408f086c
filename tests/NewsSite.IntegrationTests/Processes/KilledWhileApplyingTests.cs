using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.IntegrationTests.Web.Jobs;
using NewsSite.Jobs.Applications;
using NewsSite.Platform.Database;
using NewsSite.Tests.Jobs.Applications;

namespace NewsSite.IntegrationTests.Processes;

/// <summary>
/// A hundred people apply at once, each with a CV of their own; in the middle of it the program is killed and started again, and then the
/// employer closes the job. Whoever's browser meets the killed program sends once more, as people do.
/// </summary>
public abstract partial class KilledWhileApplyingTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private const int People = 100;
    private const int KilledAfter = 15;
    private const int ClosedAfter = 60;

    private static readonly (string Name, string Value)[] Settings =
    [
        ("Jobs:Applications:LeastSeconds", "0"),
        // Each comes from an address of their own.
        ("Site:TrustedProxies", "127.0.0.0/8,::1/128"),
    ];

    private readonly ConcurrentDictionary<int, string> _answers = [];
    private readonly TaskCompletionSource _kill = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _close = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _interrupted;

    [Fact]
    public async Task Everybody_who_saw_sent_is_in_the_inbox_once_with_the_file()
    {
        var job = await Paper.AddAsync(new Job("Baker") { TakesApplications = true }, Cancel);
        await using var first = await SiteProcess.StartAsync(Paper, address: null, Settings);
        var people = Enumerable.Range(0, People).Select(person => ApplyAsync(first.Address, job, person)).ToList();

        await _kill.Task;
        await first.KillAsync();
        await using var second = await SiteProcess.StartAsync(Paper, first.Address, Settings);
        _open.SetResult();
        await _close.Task;
        await Paper.CloseAsync(job, Cancel);
        await Task.WhenAll(people);

        Assert.Equal(People, _answers.Count);
        var sent = _answers.Where(answer => answer.Value == "sent").Select(answer => answer.Key).ToList();
        Assert.True(_answers.Values.All(answer => answer is "sent" or "closed"), string.Join(' ', _answers.Values.Distinct()));
        Assert.InRange(sent.Count, ClosedAfter, People);
        Assert.True(_interrupted > 0, "Nobody was interrupted: the program was not killed in the middle of it");

        var inbox = await New<NewsDb>().Set<Application>().AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(inbox.Count, inbox.Select(application => application.EmailKey).Distinct().Count());
        Assert.Empty(sent.Select(EmailOf).Except(inbox.Select(application => application.Email)));
        foreach (var application in inbox)
        {
            var path = New<CvShelf>().Find(application);
            Assert.True(path is not null, $"The file of {application.Email} is gone");
            Assert.Equal(CvOf(int.Parse(application.Email.Split('@')[0][1..], CultureInfo.InvariantCulture)), await File.ReadAllBytesAsync(path, Cancel));
        }

        // What the kill left lying between file and row goes with the next sweep, and nothing else.
        Clock.Now = inbox.Max(application => application.ReceivedAt).AddHours(2);
        await New<CvShelf>().SweepAsync(Cancel);
        Assert.Equal(inbox.Select(application => application.CvFile).Order(StringComparer.Ordinal), Directory.GetFiles(Path.Combine(Paper.Folder, "applications"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    private async Task ApplyAsync(string site, long job, int person)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site), Timeout = TimeSpan.FromMinutes(3) };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.1.{person}.1"));
        var answer = "";
        while (answer.Length == 0)
        {
            try
            {
                answer = await TryAsync(client, job, person);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _interrupted);
                await _open.Task;
            }
        }
        _answers[person] = answer;
        var sent = _answers.Values.Count(value => value == "sent");
        if (sent >= KilledAfter)
            _kill.TrySetResult();
        if (sent >= ClosedAfter)
            _close.TrySetResult();
    }

    private static async Task<string> TryAsync(HttpClient client, long job, int person)
    {
        var path = new Uri($"/jobs/{job}/apply", UriKind.Relative);
        var form = await client.GetStringAsync(path, Cancel);
        if (Stamp().Match(form) is not { Success: true } stamp)
            return form.Contains("This job has closed", StringComparison.Ordinal) ? "closed" : "no form";
        using var content = ApplyForms.Content(stamp.Groups[1].Value, [("Name", $"Person {person}"), ("Email", EmailOf(person))], CvOf(person));
        using var response = await client.PostAsync(path, content, Cancel);
        return (int)response.StatusCode switch
        {
            302 when response.Headers.Location!.OriginalString.Contains("?sent=", StringComparison.Ordinal) => "sent",
            409 => "closed",
            var status => $"{status}: {await response.Content.ReadAsStringAsync(Cancel)}",
        };
    }

    private static string EmailOf(int person) => $"p{person}@reader.example";

    private static byte[] CvOf(int person) => CvSamples.Pdf($"4 0 obj\n(Person {person})\nendobj");

    [GeneratedRegex("name=\"Fields.Stamp\" value=\"([^\"]+)\"")]
    private static partial Regex Stamp();

    public sealed class OnSqlite() : KilledWhileApplyingTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : KilledWhileApplyingTests(DatabaseEngine.Postgres);
}
