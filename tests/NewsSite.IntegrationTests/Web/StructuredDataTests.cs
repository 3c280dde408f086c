using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.IntegrationTests.Schemas;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Web;

/// <summary>What search engines and those who share a page are told in its head.</summary>
public abstract class StructuredDataTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task An_article_is_described_with_its_authors_section_and_tags()
    {
        await Paper.AddSectionAsync("film", "culture", Cancel);
        var id = await Paper.AddAsync(new Piece("Trams </script> & more") { Section = "film", Standfirst = "All of them", Tags = ["trams", "night"], Authors = ["an", "bo"] }, Cancel);
        var path = $"/news/film/{id}/trams-script-and-more";

        var page = await Site.ReadAsync(path);

        var article = Described(page, "NewsArticle");
        Assert.Equal(("Trams </script> & more", "All of them", Site.PublicUrl + path), ((string?)article["headline"], (string?)article["description"], (string?)article["url"]));
        Assert.Equal(["an", "bo"], article["author"]!.AsArray().Select(author => (string?)author!["name"]));
        Assert.Equal(["trams", "night"], article["keywords"]!.AsArray().Select(tag => (string?)tag));
        Assert.Equal(("film", "en", "2026-11-18T09:00:00Z"), ((string?)article["articleSection"], (string?)article["inLanguage"], (string?)article["datePublished"]));
        Assert.Equal("The Zenne Post", (string?)article["publisher"]!["name"]);
        Assert.Equal([("The Zenne Post", "/"), ("culture", "/news/culture"), ("film", "/news/film"), ("Trams </script> & more", null)], Crumbs(page));

        Assert.Equal(["article"], Meta(page, "og:type"));
        Assert.Equal(["film"], Meta(page, "article:section"));
        Assert.Equal(["trams", "night"], Meta(page, "article:tag"));
        Assert.Equal([Site.PublicUrl + "/authors/an", Site.PublicUrl + "/authors/bo"], Meta(page, "article:author"));
        Assert.Equal(["2026-11-18T09:00:00Z"], Meta(page, "article:published_time"));
        Assert.Equal(["summary_large_image"], Meta(page, "twitter:card"));
    }

    [Fact]
    public async Task An_update_that_readers_are_told_of_is_told_to_machines()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        Clock.Advance(TimeSpan.FromHours(3));
        var services = Paper.NewScope();
        var article = (await services.GetRequiredService<EditorialDesk>().FindAsync(id, Cancel))!;
        article.MarkUpdated(Clock.Now);
        await services.GetRequiredService<NewsDb>().SaveAsync(Cancel);

        var page = await Site.ReadAsync($"/news/city/{id}/trams");

        Assert.Equal(("2026-11-18T09:00:00Z", "2026-11-18T12:00:00Z"), ((string?)Described(page, "NewsArticle")["datePublished"], (string?)Described(page, "NewsArticle")["dateModified"]));
        Assert.Equal(["2026-11-18T12:00:00Z"], Meta(page, "article:modified_time"));
    }

    [Fact]
    public async Task The_front_page_tells_how_the_paper_is_searched_and_who_makes_it()
    {
        await Paper.AddAsync(new Piece("Trams lead the way"), Cancel);
        var page = await Site.ReadAsync("/nl");

        var site = Described(page, "WebSite");
        Assert.Equal(Site.PublicUrl + "/nl/search?q={search_term_string}", (string?)site["potentialAction"]!["target"]!["urlTemplate"]);
        var paper = Described(page, "NewsMediaOrganization");
        Assert.Equal((site["publisher"]!["@id"]!.ToJsonString(), "The Zenne Post"), (paper["@id"]!.ToJsonString(), (string?)paper["name"]));
        var logo = await Site.GetAsync(((string)paper["logo"]!["url"]!).Replace(Site.PublicUrl, "", StringComparison.Ordinal));
        Assert.Equal((200, "image/png"), (logo.Status, logo.MediaType));
    }

    [Fact]
    public async Task A_section_tells_the_way_to_it()
    {
        await Paper.AddSectionAsync("film", "culture", Cancel);

        Assert.Equal([("The Zenne Post", "/fr"), ("culture", "/fr/news/culture"), ("film", null)], Crumbs(await Site.ReadAsync("/fr/news/film")));
    }

    [Fact]
    public async Task A_page_of_an_open_job_describes_it_and_shows_all_that_it_tells()
    {
        var id = await Paper.AddAsync(new Job("Driver & <more>")
        {
            Category = "transport",
            Language = Language.Dutch,
            Town = "Leuven",
            Salary = new Salary(310000, 375000, "EUR", PayPeriod.Month),
            ClosesAt = Clock.Now.AddDays(9),
            Description = BlockDocument.Of([Block.Paragraph("Drive </script> a tram."), Block.Of("bulletList", Block.Of("listItem", Block.Paragraph("By night")))]),
        }, Cancel);
        await ChangeAsync(id, posting => (posting.Contract, posting.Hours, posting.Reference, posting.ApplyMail) = (Contract.Temporary, Hours.PartTime, "R-7", "jobs@harbour.example"));
        foreach (var path in new[] { $"/nl/jobs/{id}/driver-and-more", $"/jobs/{id}/driver-and-more" })
        {
            var page = await Site.ReadAsync(path);
            var job = Described(page, "JobPosting");

            foreach (var required in new[] { "title", "description", "datePosted", "hiringOrganization", "jobLocation", "validThrough", "employmentType", "baseSalary", "identifier", "directApply" })
                Assert.True(job.ContainsKey(required), required);
            Assert.Equal("<p>Drive &lt;/script&gt; a tram.</p>\n<ul><li>By night</li>\n</ul>", (string?)job["description"]);
            Assert.Equal($"{Site.PublicUrl}/nl/jobs/{id}/driver-and-more", (string?)job["url"]);
            var shown = page.TextOf("main");
            foreach (var told in new[] { (string)job["title"]!, "Leuven", "harbour", "R-7", "transport", "By night" })
                Assert.Contains(told, shown, StringComparison.Ordinal);
            Assert.Contains("3", page.TextOf(".facts"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lists_and_ended_jobs_describe_no_job()
    {
        var ids = await Paper.AddAsync([new Job("Open"), new Job("Ended") { ClosesAt = Clock.Now.AddDays(1) }, new Job("Closed")], Cancel);
        await ChangeAsync(ids[2], posting => posting.Close(Clock.Now));
        Clock.Advance(TimeSpan.FromDays(2));

        foreach (var path in new[] { "/", "/jobs", "/employers/harbour", $"/jobs/{ids[1]}/ended", $"/jobs/{ids[2]}/closed" })
            Assert.DoesNotContain("JobPosting", Descriptions(await Site.ReadAsync(path)).Select(description => (string?)description["@type"]));
        Assert.NotNull(Described(await Site.ReadAsync($"/jobs/{ids[0]}/open"), "JobPosting"));
        Assert.NotNull((await Site.ReadAsync($"/jobs/{ids[1]}/ended")).Page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task A_list_from_a_place_on_is_canonical_to_itself_and_has_no_translation()
    {
        await Paper.AddAsync(Enumerable.Range(1, 45).Select(number => new Piece($"Story {number}") { Tags = ["trams"], Authors = ["an"], PublishedAt = Clock.Now.AddMinutes(-number) }), Cancel);
        await Paper.AddAsync(Enumerable.Range(1, 45).Select(number => new Job($"Job {number}") { PublishedAt = Clock.Now.AddMinutes(-number) }), Cancel);
        foreach (var list in new[] { "/latest", "/news/city", "/tags/trams", "/authors/an", "/jobs", "/employers/harbour" })
        {
            var first = await Site.ReadAsync(list);
            var next = first.Links().First(link => link.StartsWith(list + "?before=", StringComparison.Ordinal));
            var second = await Site.ReadAsync(next);

            Assert.Equal((Site.PublicUrl + list, Site.PublicUrl + next), (first.Canonical, second.Canonical));
            Assert.NotEmpty(first.Alternates);
            Assert.Empty(second.Alternates);
            Assert.Equal(Site.PublicUrl + list, (await Site.ReadAsync(list + "?before=nonsense")).Canonical);
        }
    }

    [Fact]
    public async Task Every_page_leads_to_the_feed_of_its_list_and_to_the_manifest()
    {
        await Paper.AddAsync(new Piece("Trams") { Tags = ["trams"], Authors = ["an"] }, Cancel);
        foreach (var (page, list) in new[] { ("/", ""), ("/nl", "/nl"), ("/news/city", "/news/city"), ("/nl/tags/trams", "/nl/tags/trams"), ("/authors/an", "/authors/an"), ("/fr/jobs", "/fr/jobs"), ("/latest", "") })
        {
            var links = (await Site.ReadAsync(page)).Page.QuerySelectorAll("link[rel=alternate][type], link[rel=manifest]").Select(link => link.GetAttribute("href")!).ToList();

            Assert.Equal([$"{list}/feed.xml", $"{list}/atom.xml", $"{list}/feed.json"], links.Where(link => link.Contains("/feed.", StringComparison.Ordinal) || link.EndsWith(".xml", StringComparison.Ordinal)));
            Assert.Single(links, link => link.EndsWith("/manifest.webmanifest", StringComparison.Ordinal));
            foreach (var link in links)
                Assert.Equal(200, (await Site.GetAsync(link)).Status);
        }
        var manifest = JsonNode.Parse((await Site.ReadAsync("/nl/manifest.webmanifest")).Text)!;
        Assert.Equal(("The Zenne Post", "/nl", "nl"), ((string?)manifest["name"], (string?)manifest["start_url"], (string?)manifest["lang"]));
        foreach (var icon in manifest["icons"]!.AsArray())
            Assert.Equal("image/png", (await Site.ReadAsync((string)icon!["src"]!)).MediaType);
    }

    [SharedDataFact("schemas/JobPosting.jsd")]
    public async Task Articles_and_jobs_are_what_their_schemas_say()
    {
        var article = await Paper.AddAsync(new Piece("Trams") { Tags = ["trams"], Authors = ["an"] }, Cancel);
        var job = await Paper.AddAsync(new Job("Driver"), Cancel);

        Assert.Empty(JsonSchema.Read(SharedData.PathOf("schemas", "NewsArticle.jsd")).Faults(Described(await Site.ReadAsync($"/news/city/{article}/trams"), "NewsArticle")));
        Assert.Empty(JsonSchema.Read(SharedData.PathOf("schemas", "JobPosting.jsd")).Faults(Described(await Site.ReadAsync($"/jobs/{job}/driver"), "JobPosting")));
    }

    private async Task ChangeAsync(long id, Action<Posting> change)
    {
        var db = Paper.New<NewsDb>();
        var posting = await db.Set<Posting>().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == id, Cancel);
        change(posting);
        db.Note(posting);
        await db.SaveAsync(Cancel);
    }

    private static IEnumerable<JsonObject> Descriptions(Answer page) =>
        page.Page.QuerySelectorAll("head script[type='application/ld+json']").Select(script => JsonNode.Parse(script.TextContent)!.AsObject());

    private static JsonObject Described(Answer page, string type)
    {
        var description = Assert.Single(Descriptions(page), description => (string?)description["@type"] == type);
        Assert.Equal("https://schema.org", (string?)description["@context"]);
        return description;
    }

    private static IEnumerable<(string?, string?)> Crumbs(Answer page)
    {
        var items = Described(page, "BreadcrumbList")["itemListElement"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(item => (int)item!["position"]!));
        return items.Select(item => ((string?)item!["name"], ((string?)item["item"])?.Replace(Site.PublicUrl, "", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Meta(Answer page, string name) =>
        page.Page.QuerySelectorAll($"meta[property='{name}'], meta[name='{name}']").Select(meta => meta.GetAttribute("content")!);

    public sealed class OnSqlite() : StructuredDataTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : StructuredDataTests(DatabaseEngine.Postgres);
}
