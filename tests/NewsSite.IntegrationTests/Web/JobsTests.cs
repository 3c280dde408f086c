using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web;

public abstract class JobsTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task A_job_is_found_in_the_list_of_every_language_and_is_canonical_in_its_own()
    {
        var id = await Paper.AddAsync(new Job("Infirmière de nuit") { Language = Language.French, Salary = new Salary(250_000, 310_000, "EUR", PayPeriod.Month), Town = "Ixelles" }, Cancel);
        foreach (var language in Language.All)
        {
            var address = $"{language.Prefix}/jobs/{id}/infirmiere-de-nuit";
            Assert.Contains(address, (await Site.ReadAsync(language.Prefix + "/jobs")).Links());

            var page = await Site.ReadAsync(address);
            Assert.Equal((language.Code, "Infirmière de nuit", $"{Site.PublicUrl}/fr/jobs/{id}/infirmiere-de-nuit"), (page.Language, page.Title, page.Canonical));
            Assert.Contains("Ixelles", page.TextOf("main"), StringComparison.Ordinal);
            Assert.Matches("2[.,\\s\u00a0\u202f]?500", page.TextOf("main"));
        }
        Assert.Equal($"/jobs/{id}/infirmiere-de-nuit", (await Site.GetAsync($"/jobs/{id}/other")).Location);
    }

    [Fact]
    public async Task A_job_that_has_ended_says_so_and_leaves_the_lists_with_its_slot()
    {
        var id = await Paper.AddAsync(new Job("Tram driver") { ClosesAt = Clock.Now.AddMinutes(9) }, Cancel);
        Assert.Contains($"/jobs/{id}/tram-driver", (await Site.ReadAsync("/jobs")).Links());

        await Site.PassAsync(TimeSpan.FromMinutes(10));

        Assert.DoesNotContain($"/jobs/{id}/tram-driver", (await Site.ReadAsync("/jobs")).Links());
        Assert.DoesNotContain("Tram driver", (await Site.ReadAsync("/")).Text, StringComparison.Ordinal);
        var ended = await Site.ReadAsync($"/jobs/{id}/tram-driver");
        Assert.NotNull(ended.Page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.DoesNotContain("JobPosting", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Top_jobs_stand_beside_an_article_and_their_pager_turns_without_script()
    {
        var article = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var ids = await Paper.AddAsync(Enumerable.Range(1, 12).Select(number => new Job($"Job {number}") { TopUntil = number <= 6 ? Clock.Now.AddDays(1) : null }), Cancel);
        var jobs = (Answer page) => page.Links("#top-jobs").Where(link => link.StartsWith("/jobs/", StringComparison.Ordinal) && char.IsAsciiDigit(link[6])).ToList();

        var first = await Site.ReadAsync($"/news/city/{article}/trams");
        var second = await Site.ReadAsync($"/news/city/{article}/trams?jobs=2");
        var third = await Site.ReadAsync($"/news/city/{article}/trams?jobs=3");
        var fragment = await Site.ReadAsync("/jobs/top?page=2&section=city");

        Assert.Equal((5, 5, 2), (jobs(first).Count, jobs(second).Count, jobs(third).Count));
        Assert.Equal(ids.Count, jobs(first).Concat(jobs(second)).Concat(jobs(third)).Distinct().Count());
        Assert.Contains("1 of 3", first.TextOf("#top-jobs"), StringComparison.Ordinal);
        Assert.Contains("2 of 3", second.TextOf("#top-jobs"), StringComparison.Ordinal);
        Assert.All(jobs(second), link => Assert.Contains($"href=\"{link}\"", fragment.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("<html", fragment.Text, StringComparison.Ordinal);
        Assert.Contains("/jobs", first.Links("#top-jobs"));
        Assert.Contains("/jobs/post", first.Links("#top-jobs"));
    }

    [Fact]
    public async Task An_employer_has_a_page_with_the_jobs_that_are_open()
    {
        await Paper.AddAsync([new Job("Crane operator"), new Job("Nurse") { Employer = "hospital" }], Cancel);

        var page = await Site.ReadAsync("/employers/harbour");

        Assert.Equal("harbour", page.Title);
        Assert.Contains("Crane operator", page.TextOf("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nurse", page.TextOf("main"), StringComparison.Ordinal);
    }

    public sealed class OnSqlite() : JobsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : JobsTests(DatabaseEngine.Postgres);
}
