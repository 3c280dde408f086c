using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Reports;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;

namespace NewsSite.IntegrationTests.Web.Jobs;

/// <summary>What readers do with a job beside applying: report it, follow it out, come back when it has ended.</summary>
public abstract class JobAfterwardsTests(DatabaseEngine engine) : EmployerTest(engine)
{
    [Fact]
    public async Task A_report_is_acknowledged_decided_by_the_desk_and_answered_to_both_sides()
    {
        var (_, job) = await OfferAsync();
        await ReportAsync(job, ("Reason", "Scam"), ("Text", "They ask for <b>money</b>."), ("Email", "rik@reader.example"));
        Assert.Equal("We have your report: Baker", (await MailToAsync("rik@reader.example")).Subject);

        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync("/newsroom/reports");
        var report = await desk.OpenAsync(desk.Page.Links(".rows").Single());
        Assert.Contains("They ask for <b>money</b>.", report.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(422, (await desk.SendAsync("", ("Decision", "TakenDown"), ("Statement", ""))).Status);
        await desk.SendAsync("", ("Decision", "TakenDown"), ("Statement", "Applicants may not be asked to pay (law of 2009)."));

        foreach (var address in new[] { "rik@reader.example", "olga@bakery.example" })
        {
            var mail = await MailToAsync(address);
            Assert.Equal("Taken offline: Baker", mail.Subject);
            Assert.Contains("law of 2009", mail.Text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("rik", (await MailToAsync("olga@bakery.example")).Text, StringComparison.Ordinal);
        await Site.FollowAsync();
        var gone = await Site.GetAsync(await PathAsync(job));
        Assert.Equal((410, "This job is gone"), (gone.Status, gone.Title));
        Assert.DoesNotContain("Baker", (await Site.ReadAsync("/jobs")).TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(404, (await Site.GetAsync($"/jobs/{job}/apply")).Status);
        Assert.Contains(await TrailAsync(), line => line.EndsWith("take down after a report Baker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_changes_nothing_says_so_and_is_decided_once()
    {
        var (_, job) = await OfferAsync();
        await ReportAsync(job, ("Reason", "Other"), ("Text", "I do not like it."), ("Email", "rik@reader.example"));
        var id = (await New<NewsDb>().Set<Report>().SingleAsync(Cancel)).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => New<ReportDesk>().DecideAsync(id, new ReportVerdict(ReportDecision.Kept, "Nothing is wrong with it.", "Dirk"), Cancel)));

        Assert.Equal([ReportOutcome.Done, ReportOutcome.Decided, ReportOutcome.Decided], outcomes.Order());
        Assert.Equal("Stays online: Baker", (await MailToAsync("rik@reader.example")).Subject);
        Assert.Equal(200, (await Site.GetAsync(await PathAsync(job))).Status);
    }

    [Fact]
    public async Task A_report_without_words_is_sent_back_and_nothing_typed_is_lost()
    {
        var (_, job) = await OfferAsync();

        var wrong = await ReportAsync(job, ("Text", ""), ("Email", "rik"));

        Assert.Equal(422, wrong.Status);
        Assert.Equal(3, wrong.Page.QuerySelectorAll("main .form-error").Length);
        Assert.Equal("rik", wrong.Page.QuerySelector("input[name=Email]")!.GetAttribute("value"));
        Assert.Empty(await New<NewsDb>().Set<Report>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_way_to_the_employers_own_form_is_counted_and_leads_nowhere_else()
    {
        var job = await Paper.AddAsync(new Job("Baker") { ApplyUrl = "https://bakery.example/apply?id=7" }, Cancel);
        Assert.Contains($"/jobs/{job}/out", (await Site.ReadAsync($"/jobs/{job}/baker")).Links("#apply"));
        (string, string)[] browser = [("User-Agent", "Mozilla/5.0 Firefox/140.0"), ("Sec-Fetch-Mode", "navigate")];

        var answer = await Site.GetAsync($"/jobs/{job}/out?to=https://evil.example", browser);
        await Site.GetAsync($"/jobs/{job}/out", ("User-Agent", "Examplebot/1.0"));
        await Site.GetAsync($"/jobs/{job}/out", ("User-Agent", "Mozilla/5.0 Chrome"), ("Sec-Purpose", "prefetch"));

        Assert.Equal((302, "https://bakery.example/apply?id=7"), (answer.Status, answer.Location));
        await Site.Services.GetRequiredService<FigureWriter>().WriteAsync(Cancel);
        Assert.Equal(1, (await New<NewsDb>().Set<Figure>().SingleAsync(Cancel)).Times);
        await Paper.CloseAsync(job, Cancel);
        Assert.Equal($"/jobs/{job}/baker", (await Site.GetAsync($"/jobs/{job}/out", browser)).Location);
    }

    [Fact]
    public async Task An_ended_job_keeps_its_page_for_half_a_year_and_leaves_all_lists_at_once()
    {
        var other = await Paper.AddAsync(new Job("Miller"), Cancel);
        var job = await Paper.AddAsync(new Job("Baker"), Cancel);
        await Paper.CloseAsync(job, Cancel);
        await Site.FollowAsync();

        var ended = await Site.ReadAsync($"/jobs/{job}/baker");
        Assert.Contains("This job closed on", ended.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains($"/jobs/{other}/miller", ended.Links(".rail"));
        Assert.NotNull(ended.Page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.DoesNotContain("JobPosting", ended.Text, StringComparison.Ordinal);
        foreach (var list in new[] { "/jobs", "/jobs/feed.xml", "/jobs/indeed.xml", "/employers/harbour" })
            Assert.DoesNotContain($"/jobs/{job}/baker", (await Site.ReadAsync(list)).Text, StringComparison.Ordinal);

        await Site.PassAsync(TimeSpan.FromDays(180));
        Assert.Equal(200, (await Site.GetAsync($"/jobs/{job}/baker")).Status);
        await Site.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal(410, (await Site.GetAsync($"/jobs/{job}/baker")).Status);
    }

    [Fact]
    public async Task Saved_jobs_come_back_in_the_order_of_the_browser_and_those_that_ended_say_so()
    {
        var ids = await Paper.AddAsync([new Job("Baker"), new Job("Miller"), new Job("Grocer") { IsPublished = false }], Cancel);
        await Paper.CloseAsync(ids[0], Cancel);
        await Site.FollowAsync();

        var list = await Site.ReadAsync($"/jobs/saved/list?ids={ids[1]}.{ids[0]}.{ids[2]}.99999.x.-1");

        Assert.Equal([$"/jobs/{ids[1]}/miller", $"/jobs/{ids[0]}/baker"], list.Page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
        Assert.Contains("Closed", list.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", list["Cache-Control"], StringComparison.Ordinal);
    }

    private async Task<Answer> ReportAsync(long job, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = await Site.ReadAsync($"/jobs/{job}/report");
        await Site.PassAsync(TimeSpan.FromSeconds(10));
        var stamp = form.Page.QuerySelector("input[name=Stamp]")!.GetAttribute("value")!;
        return await Site.PostAsync($"/jobs/{job}/report", fields.Append((Name: "Stamp", Value: stamp)).Select(field => KeyValuePair.Create(field.Name, field.Value)));
    }

    private async Task<string> PathAsync(long job) =>
        string.Create(CultureInfo.InvariantCulture, $"/jobs/{job}/") + (await New<NewsDb>().Set<Posting>().SingleAsync(posting => posting.Id == job, Cancel)).Slug;

    private async Task<(Member Owner, long Job)> OfferAsync()
    {
        var owner = await FoundAsync("bakery", "olga");
        var job = await HandInAsync(owner, "Baker");
        await ApproveAsync(job);
        return (owner, job);
    }

    public sealed class OnSqlite() : JobAfterwardsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : JobAfterwardsTests(DatabaseEngine.Postgres);
}
