using System.Text.Json.Nodes;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Api;

public abstract class JobsApiTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task All_open_jobs_can_be_read_page_by_page_newest_first()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(0, 12).Select(number => new Job($"Job {number}") { PublishedAt = Clock.Now.AddMinutes(-number) }), Cancel);
        await Paper.AddAsync([new Job("Draft") { IsPublished = false }, new Job("Ended") { ClosesAt = Clock.Now.AddMinutes(-1) }], Cancel);
        var seen = new List<long>();
        for (var next = "/api/v1/jobs?limit=5&employer=harbour"; next is not null;)
        {
            var page = JsonNode.Parse((await Site.ReadAsync(next)).Text)!;
            seen.AddRange(page["items"]!.AsArray().Select(item => (long)item!["id"]!));
            next = ((string?)page["next"])?[Site.PublicUrl.Length..];
        }

        Assert.Equal(ids, seen);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_all_of_them_hold()
    {
        await Paper.AddAsync(
        [
            new Job("A") { Category = "it" },
            new Job("B") { Category = "it", Employer = "tramways", Language = Language.Dutch },
            new Job("C") { Employer = "tramways", PublishedAt = Clock.Now.AddDays(-2) },
        ], Cancel);

        foreach (var (query, titles) in new[] { ("", "A B C"), ("?category=it", "A B"), ("?employer=tramways", "B C"), ("?language=nl", "B"), ("?since=2026-11-18", "A B"), ("?category=it&employer=harbour", "A"), ("?category=it&language=fr", "") })
        {
            var items = JsonNode.Parse((await Site.ReadAsync("/api/v1/jobs" + query)).Text)!["items"]!.AsArray();
            Assert.Equal($"{query}: {titles}", $"{query}: {string.Join(' ', items.Select(item => (string?)item!["title"]).Order(StringComparer.Ordinal))}");
        }
    }

    [Fact]
    public async Task One_job_is_told_whole_until_it_ends()
    {
        var id = await Paper.AddAsync(new Job("Driver") { Category = "transport", Salary = new Salary(310000, 375050, "EUR", PayPeriod.Month), ClosesAt = Clock.Now.AddHours(1) }, Cancel);

        var job = JsonNode.Parse((await Site.ReadAsync($"/api/v1/jobs/{id}")).Text)!;
        Assert.Equal(("Driver", "harbour", "transport", "<p>Some work.</p>", "onSite"), ((string?)job["title"], (string?)job["employer"]!["slug"], (string?)job["category"], (string?)job["descriptionHtml"], (string?)job["workplace"]));
        Assert.Equal((3100m, 3750.5m, "EUR", "month"), ((decimal)job["salary"]!["min"]!, (decimal)job["salary"]!["max"]!, (string?)job["salary"]!["currency"], (string?)job["salary"]!["period"]));
        Assert.Equal("Brussels", (string?)job["places"]![0]!["town"]);
        Assert.Null(job["contract"]);

        await Site.PassAsync(TimeSpan.FromHours(2));
        var ended = await Site.GetAsync($"/api/v1/jobs/{id}");
        Assert.Equal((410, "application/problem+json"), (ended.Status, ended.MediaType));
        Assert.Equal(404, (await Site.GetAsync("/api/v1/jobs/4711")).Status);
        Assert.Empty(JsonNode.Parse((await Site.ReadAsync("/api/v1/jobs")).Text)!["items"]!.AsArray());
    }

    [Fact]
    public async Task Every_wrong_parameter_is_named()
    {
        var answer = await Site.GetAsync("/api/v1/jobs?category=none&employer=none&limit=x");

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(["category", "employer", "limit"], JsonNode.Parse(answer.Text)!["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
    }

    public sealed class OnSqlite() : JobsApiTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : JobsApiTests(DatabaseEngine.Postgres);
}
