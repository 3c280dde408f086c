using System.Diagnostics;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web;

public abstract class SearchTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task Articles_and_jobs_are_found_in_one_list_with_marks_that_are_escaped()
    {
        await Paper.AddAsync(
        [
            new Piece("Trams <b>at night</b>") { Standfirst = "All about trams & rails.", Tags = ["rails"], Authors = ["femke"] },
            new Piece("Le tramway") { Language = Language.French, Body = BlockDocument.Of([Block.Paragraph("Un tram de plus. " + string.Concat(Enumerable.Repeat("Des mots. ", 60)))]) },
            new Piece("Nothing of it"),
        ], Cancel);
        await Paper.AddAsync(new Job("Tram driver") { Category = "mobility", TopUntil = Clock.Now.AddDays(1) }, Cancel);

        var page = await SearchAsync("/search?q=tram");

        Assert.Equal(["Le tramway", "Tram driver", "Trams <b>at night</b>"], Titles(page).Order(StringComparer.Ordinal));
        Assert.Contains("3 results", page.TextOf(".results-count"), StringComparison.Ordinal);
        Assert.Contains("Top job", page.TextOf(".found-job"), StringComparison.Ordinal);
        Assert.Contains("<mark>Trams</mark> &lt;b&gt;at night&lt;/b&gt;", page.Text, StringComparison.Ordinal);
        Assert.Contains("about <mark>trams</mark> &amp; rails", page.Text, StringComparison.Ordinal);
        Assert.Equal("fr", page.Page.QuerySelectorAll(".teaser-title a").Single(link => link.TextContent == "Le tramway").GetAttribute("lang"));
        Assert.NotNull(page.Page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Filters_narrow_with_counts_as_if_their_own_were_open_and_come_off_one_by_one()
    {
        await Paper.AddSectionAsync("north", "city", Cancel);
        await Paper.AddAsync(
        [
            new Piece("Tram one") { Section = "city" }, new Piece("Tram two") { Section = "north" }, new Piece("Tram three") { Section = "culture" },
            new Piece("Tram four") { Section = "culture", PublishedAt = Clock.Now.AddDays(-20) },
        ], Cancel);

        var page = await SearchAsync("/search?q=tram&section=city&days=7");

        Assert.Equal(["Tram one", "Tram two"], Titles(page).Order(StringComparer.Ordinal));
        Assert.Equal(["city 2", "culture 1", "north 1"], Options(page, "section"));
        Assert.Equal(["city", "Last 7 days"], page.Page.QuerySelectorAll(".chips a:not(.chips-all)").Select(chip => chip.ChildNodes[1].TextContent.Trim()));
        Assert.Equal("/search?q=tram&days=7", page.Page.QuerySelector(".chips a")!.GetAttribute("href"));
        Assert.Equal(["Tram one", "Tram three", "Tram two"], Titles(await Site.ReadAsync("/search?q=tram&section=city&section=culture&days=7")).Order(StringComparer.Ordinal));

        // The form sends what its fields say: the same address without script.
        var kept = page.Page.QuerySelectorAll("[form=asked][checked], #asked [value]:not([type=search])").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}").Order(StringComparer.Ordinal);
        Assert.Equal(["days=7", "section=city"], kept);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_loosen_and_how_much_that_gives()
    {
        await Paper.AddAsync([new Piece("Tram one"), new Piece("Tram two"), new Piece("Bus lines") { Section = "culture" }], Cancel);

        var page = await SearchAsync("/search?q=tram+zeppelin&section=culture");

        Assert.Contains("Nothing about “tram zeppelin”", page.TextOf(".empty"), StringComparison.Ordinal);
        Assert.Equal([], page.Links(".loosen"));
        var fewer = await Site.ReadAsync("/search?q=tram+zeppelin");
        Assert.Equal(["/search?q=tram"], fewer.Links(".loosen"));
        Assert.Contains("(2)", fewer.TextOf(".loosen"), StringComparison.Ordinal);
        Assert.Contains("Alert me", fewer.TextOf(".alert-form"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_numbered_and_every_result_is_on_one_of_them()
    {
        await Paper.AddAsync(Enumerable.Range(1, 45).Select(number => new Piece($"Tram {number}") { PublishedAt = Clock.Now.AddHours(-number) }), Cancel);

        var seen = new List<string>();
        for (var next = "/search?q=tram&sort=newest"; next is not null;)
        {
            var page = await SearchAsync(next);
            seen.AddRange(Titles(page));
            next = page.Page.QuerySelector(".paging [rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 45).Select(number => $"Tram {number}"), seen);
        Assert.Equal(Titles(await Site.ReadAsync("/search?q=tram&sort=newest&page=3")), Titles(await Site.ReadAsync("/search?q=tram&sort=newest&page=99999")));
        Assert.Equal(Titles(await Site.ReadAsync("/search?q=tram&sort=newest")), Titles(await Site.ReadAsync("/search?q=tram&sort=newest&page=-1")));
    }

    [Fact]
    public async Task Jobs_are_narrowed_down_by_words_terms_pay_and_place()
    {
        await Paper.AddAsync(
        [
            new Job("Night nurse") { Category = "care", Town = "Ixelles", Salary = new Salary(300_000, 350_000, "EUR", PayPeriod.Month) },
            new Job("Day nurse") { Category = "care", Town = "Liège", Salary = new Salary(200_000, 210_000, "EUR", PayPeriod.Month) },
            new Job("Driver") { Category = "mobility", Town = "Leuven" },
        ], Cancel);

        Assert.Equal(["Day nurse", "Driver", "Night nurse"], Titles(await SearchAsync("/jobs")).Order(StringComparer.Ordinal));
        Assert.Equal(["Night nurse"], Titles(await Site.ReadAsync("/jobs?q=nurse&pay=3000000")));
        Assert.Equal(["Day nurse", "Night nurse"], Titles(await Site.ReadAsync("/jobs?category=care")).Order(StringComparer.Ordinal));
        // Its Dutch name and its postal code mean the same place.
        Assert.Equal(["Night nurse"], Titles(await Site.ReadAsync("/jobs?near=Elsene&km=5")));
        Assert.Equal(["Night nurse"], Titles(await Site.ReadAsync("/nl/jobs?near=1050&km=0")));
        Assert.Equal(["Night nurse", "Driver"], Titles(await Site.ReadAsync("/jobs?near=50.83,4.37&km=50&sort=distance")));
        var unknown = await Site.ReadAsync("/jobs?near=Atlantis&km=5");
        Assert.Contains("We do not know a place called “Atlantis”", unknown.TextOf("#asked-near-error"), StringComparison.Ordinal);
        Assert.Equal(3, Titles(unknown).Count);
    }

    [Fact]
    public async Task What_is_published_is_found_within_a_second_and_what_is_taken_back_is_not()
    {
        var id = await Paper.AddAsync(new Piece("Zeppelin over the canal"), Cancel);
        await SearchAsync("/search?q=zeppelin");
        await WithinASecondAsync("/search?q=balloon", 0);

        await Paper.AddAsync(new Piece("Balloon over the canal"), Cancel);
        await WithinASecondAsync("/search?q=balloon", 1);

        var services = Paper.NewScope();
        var db = (NewsDb)services.GetService(typeof(NewsDb))!;
        var article = (await db.Set<Article>().FindAsync([id], Cancel))!;
        article.Hold(ArticleState.Unpublished);
        db.Note(article);
        await db.SaveAsync(Cancel);
        await WithinASecondAsync("/search?q=zeppelin", 0);
    }

    [Theory]
    [InlineData("foo AND")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NEAR(")]
    [InlineData("'; --")]
    [InlineData("title:")]
    [InlineData("-")]
    [InlineData("OR OR OR")]
    [InlineData("\u202e\u200f\u0000\ufffe")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task Hostile_questions_give_a_page(string words)
    {
        await Paper.AddAsync(new Piece("Trams"), Cancel);
        await SearchAsync("/search?q=tram");
        foreach (var path in new[] { "/search", "/jobs", "/fr/search" })
        {
            var page = await Site.ReadAsync($"{path}?q={Uri.EscapeDataString(words)}");
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(200, (await Site.GetAsync("/search/suggestions?q=" + Uri.EscapeDataString(words))).Status);
    }

    [Fact]
    public async Task Much_of_anything_is_a_page_and_a_quick_one()
    {
        await Paper.AddAsync(new Piece("Trams"), Cancel);
        await SearchAsync("/search?q=tram");
        var clock = Stopwatch.StartNew();
        foreach (var query in new[]
        {
            "q=" + string.Concat(Enumerable.Repeat("%22", 2500)), "q=" + new string(',', 7000), "q=%ED%A0%80%ED%A0%80", "q=" + string.Join("+OR+", Enumerable.Repeat("tram", 500)),
            "q=tram&" + string.Join('&', Enumerable.Range(0, 400).Select(number => $"section=s{number}")), "km=99999999999999999999&near=x&pay=-5&days=1e9&sort=sideways&page=0x1",
            "q=tram&kind=user&kind=article", "near=1e308,1e308", "from=9999-99-99&to=0001-01-01",
        })
        {
            Assert.Equal(200, (await Site.GetAsync("/search?" + query)).Status);
            Assert.Equal(200, (await Site.GetAsync("/jobs?" + query)).Status);
        }
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Suggestions_name_sections_tags_companies_and_places_in_the_readers_language()
    {
        await Paper.AddAsync(new Piece("Trams at night") { Section = "culture", Tags = ["culinary"] }, Cancel);
        await Paper.AddAsync(new Job("Nurse") { Employer = "cultivators" }, Cancel);
        await SearchAsync("/search?q=tram");

        var paper = await Site.GetAsync("/search/suggestions?for=paper&q=CUL");
        Assert.Equal(("application/json", "public, max-age=60"), (paper.MediaType, paper["Cache-Control"]));
        Assert.Contains("{\"text\":\"culture\",\"kind\":\"Section\",\"href\":\"/news/culture\"}", paper.Text, StringComparison.Ordinal);
        Assert.Contains("{\"text\":\"culinary\",\"kind\":\"Subject\",\"href\":\"/tags/culinary\"}", paper.Text, StringComparison.Ordinal);
        Assert.Contains("{\"text\":\"cultivators\",\"kind\":\"Company\",\"href\":\"/employers/cultivators\"}", paper.Text, StringComparison.Ordinal);
        Assert.Contains("{\"text\":\"Elsene\",\"kind\":\"Plaats\"}", (await Site.GetAsync("/nl/search/suggestions?for=place&q=ixel")).Text, StringComparison.Ordinal);
        Assert.Equal("{\"suggestions\":[]}", (await Site.GetAsync("/search/suggestions?for=place&q=")).Text);
    }

    private async Task<Answer> SearchAsync(string path)
    {
        await Site.FollowAsync();
        return await Site.ReadAsync(path);
    }

    private async Task WithinASecondAsync(string path, int count)
    {
        var clock = Stopwatch.StartNew();
        while (Titles(await Site.ReadAsync(path)).Count != count)
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{path} does not give {count} after {clock.Elapsed}");
    }

    private static IReadOnlyList<string> Titles(Answer page) => [.. page.Page.QuerySelectorAll("main :is(.teaser-title, .job-title)").Select(title => title.TextContent.Trim())];

    private static IEnumerable<string> Options(Answer page, string name) =>
        page.Page.QuerySelectorAll($"label:has([name={name}])").Select(label => string.Join(' ', label.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal);

    public sealed class OnSqlite() : SearchTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SearchTests(DatabaseEngine.Postgres);
}
