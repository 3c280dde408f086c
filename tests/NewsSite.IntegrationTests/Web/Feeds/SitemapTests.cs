using System.Xml.Linq;
using NewsSite.IntegrationTests.Schemas;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Web.Feeds;

public abstract class SitemapTests(DatabaseEngine engine) : SiteTest(engine)
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Every_address_stands_in_one_sitemap_once_and_none_holds_too_many()
    {
        var articles = await FillAsync();
        await using var small = new Site(Paper, ("Sitemaps:Addresses", "6"));

        var parts = Locations(await XmlAsync(small, "/sitemap.xml"));
        var found = new List<string>();
        foreach (var part in parts)
        {
            var addresses = Locations(await XmlAsync(small, part));
            Assert.InRange(addresses.Count, 1, part.Contains("pages", StringComparison.Ordinal) ? 50_000 : 6);
            found.AddRange(addresses);
        }

        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.True(parts.Count > 6);
        Assert.All(articles, id => Assert.Single(found, address => address.Contains($"/{id}/story", StringComparison.Ordinal)));
        foreach (var path in new[] { "/", "/nl", "/latest", "/fr/jobs", "/news/city", "/nl/news/city", "/news/culture", "/tags/trams", "/authors/an", "/nl/authors/an", "/employers/harbour", "/pages/about", "/nl/pages/about" })
            Assert.Contains(Site.PublicUrl + path, found);
        foreach (var path in new[] { "/fr/news/city", "/fr/tags/trams", "/pages/hidden" })
            Assert.DoesNotContain(Site.PublicUrl + path, found);
        Assert.DoesNotContain(found, address => address.Contains("draft", StringComparison.Ordinal) || address.Contains("ended", StringComparison.Ordinal));
        foreach (var address in found)
        {
            var page = await small.ReadAsync(address[Site.PublicUrl.Length..]);
            Assert.Equal(address, page.Canonical);
        }
    }

    [Fact]
    public async Task Translations_are_told_and_those_of_a_page_are_the_same()
    {
        var ids = await Paper.AddAsync([new Piece("Story") { TranslationGroup = 7 }, new Piece("Verhaal") { Language = Language.Dutch, TranslationGroup = 7 }, new Piece("Alone")], Cancel);

        var urls = (await XmlAsync(Site, "/sitemap-articles-0.xml")).Root!.Elements().ToDictionary(url => (string)url.Element(Sitemap + "loc")!);

        var story = urls[$"{Site.PublicUrl}/news/city/{ids[0]}/story"];
        var told = story.Elements(Xhtml + "link").ToDictionary(link => (string)link.Attribute("hreflang")!, link => (string)link.Attribute("href")!);
        Assert.Equal((await Site.ReadAsync($"/news/city/{ids[0]}/story")).Alternates, told);
        Assert.Equal(["en", "nl", "x-default"], told.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(urls[$"{Site.PublicUrl}/news/city/{ids[2]}/alone"].Elements(Xhtml + "link"));
    }

    [Fact]
    public async Task Each_entry_says_when_it_changed()
    {
        await Paper.AddAsync(new Piece("Story") { PublishedAt = Clock.Now.AddDays(-3) }, Cancel);

        Assert.Equal(Clock.Now.AddDays(-3), (DateTimeOffset)(await XmlAsync(Site, "/sitemap-articles-0.xml")).Descendants(Sitemap + "lastmod").Single());
        Assert.Equal(Clock.Now.AddDays(-3), (DateTimeOffset)(await XmlAsync(Site, "/sitemap.xml")).Descendants(Sitemap + "sitemap")
            .Single(part => ((string)part.Element(Sitemap + "loc")!).Contains("articles", StringComparison.Ordinal)).Element(Sitemap + "lastmod")!);
    }

    [Fact]
    public async Task The_news_sitemap_holds_the_articles_of_two_days()
    {
        await Paper.AddAsync(
        [
            new Piece("New"), new Piece("Nieuw") { Language = Language.Dutch, PublishedAt = Clock.Now.AddHours(-47) },
            new Piece("Old") { PublishedAt = Clock.Now.AddHours(-49) }, new Piece("Draft") { State = ArticleState.Draft },
        ], Cancel);

        var news = (await XmlAsync(Site, "/sitemap-news.xml")).Descendants(News + "news").ToList();

        Assert.Equal(["New", "Nieuw"], news.Select(item => (string)item.Element(News + "title")!));
        Assert.Equal(["en", "nl"], news.Select(item => (string)item.Element(News + "publication")!.Element(News + "language")!));
        Assert.Equal(Clock.Now, (DateTimeOffset)news[0].Element(News + "publication_date")!);
    }

    [Fact]
    public async Task The_news_sitemap_holds_a_thousand_at_most()
    {
        await Paper.AddAsync(Enumerable.Range(1, 1003).Select(number => new Piece($"Story {number}") { PublishedAt = Clock.Now.AddSeconds(-number) }), Cancel);

        var titles = (await XmlAsync(Site, "/sitemap-news.xml")).Descendants(News + "title").Select(title => title.Value).ToList();
        Assert.Equal((1000, "Story 1"), (titles.Count, titles[0]));
    }

    [Fact]
    public async Task A_sitemap_is_not_sent_again_until_something_changes_and_answers_head_as_get()
    {
        await FillAsync();
        foreach (var path in new[] { "/sitemap.xml", "/sitemap-articles-0.xml", "/sitemap-pages-0.xml", "/sitemap-jobs-0.xml", "/sitemap-news.xml", "/jobs/indeed.xml", "/robots.txt" })
        {
            var get = await Site.ReadAsync(path);
            var head = await Site.SendAsync(HttpMethod.Head, path);
            var again = await Site.GetAsync(path, ("If-None-Match", get["ETag"]!));

            Assert.Equal((get.Status, get["ETag"], get["Last-Modified"], get["Content-Type"]), (head.Status, head["ETag"], head["Last-Modified"], head["Content-Type"]));
            Assert.Equal((304, 0), (again.Status, again.Content.Count));
        }
        var known = (await Site.ReadAsync("/sitemap-articles-0.xml"))["ETag"]!;
        await Paper.AddAsync(new Piece("Another story"), Cancel);
        await Site.FollowAsync();
        Assert.Equal(200, (await Site.GetAsync("/sitemap-articles-0.xml", ("If-None-Match", known))).Status);
    }

    [Fact]
    public async Task Sitemaps_and_robots_have_one_address()
    {
        foreach (var path in new[] { "/sitemap.xml", "/robots.txt", "/sitemap-pages-0.xml" })
        {
            var moved = await Site.GetAsync("/nl" + path);
            Assert.Equal((301, path), (moved.Status, moved.Location));
        }
        foreach (var path in new[] { "/sitemap-pages-1.xml", "/sitemap-pages-00.xml", "/sitemap-pages--1.xml", "/sitemap-none-0.xml", "/sitemap-articles-0.xml", "/sitemap-articles-99999999999.xml" })
            Assert.Equal(404, (await Site.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Robots_are_kept_from_what_is_not_for_them_and_led_to_the_sitemaps()
    {
        var robots = (await Site.ReadAsync("/robots.txt")).Text.Split('\n');

        Assert.Equal("User-agent: *", robots[0]);
        Assert.Contains("Disallow: /search", robots);
        Assert.Contains("Disallow: /nl/newsroom/", robots);
        Assert.Equal([$"Sitemap: {Site.PublicUrl}/sitemap.xml", $"Sitemap: {Site.PublicUrl}/sitemap-news.xml"], robots.Where(line => line.StartsWith("Sitemap:", StringComparison.Ordinal)));
        // An employer's public page is open, the employers' own pages are not.
        Assert.DoesNotContain(robots, line => line.StartsWith("Disallow:", StringComparison.Ordinal) && "/employers/harbour".StartsWith(line[10..], StringComparison.Ordinal));
    }

    [SharedDataFact("schemas/sitemap.xsd")]
    public async Task All_are_what_their_schemas_say()
    {
        await FillAsync();
        var index = await XmlAsync(Site, "/sitemap.xml");
        Assert.Empty(XmlSchemas.Faults(index, SharedData.PathOf("schemas", "siteindex.xsd")));

        foreach (var part in Locations(index).Append("/sitemap-news.xml"))
        {
            var sitemap = await XmlAsync(Site, part);
            // The schema has none of the extensions, which it allows.
            sitemap.Descendants().Where(element => element.Name.Namespace != Sitemap).Remove();

            Assert.Empty(XmlSchemas.Faults(sitemap, SharedData.PathOf("schemas", "sitemap.xsd")));
        }
    }

    private async Task<IReadOnlyList<long>> FillAsync()
    {
        await Paper.AddSectionAsync("culture", null, Cancel);
        await Paper.AddSectionAsync("film", "culture", Cancel);
        await Paper.AddAsync([new Piece("Draft") { State = ArticleState.Draft }, new Piece("Draft film") { State = ArticleState.Draft }], Cancel);
        var articles = await Paper.AddAsync(Enumerable.Range(1, 20).Select(number => new Piece($"Story {number}")
        {
            Language = number % 4 == 0 ? Language.Dutch : Language.English,
            Section = number == 5 ? "film" : "city",
            Tags = number < 9 ? ["trams", $"tag-{number}"] : [],
            Authors = ["an"],
            TranslationGroup = number / 4,
        }), Cancel);
        await Paper.AddAsync(Enumerable.Range(1, 9).Select(number => new Job($"Job {number}") { Employer = number < 5 ? "harbour" : $"employer-{number}" }), Cancel);
        await Paper.AddAsync(new Job("Ended") { ClosesAt = Clock.Now.AddDays(-1) }, Cancel);
        var db = Paper.New<NewsDb>();
        db.AddRange(
            new StaticPage { Slug = "about", Language = "en", Title = "About", ModifiedAt = Clock.Now },
            new StaticPage { Slug = "about", Language = "nl", Title = "Over ons", ModifiedAt = Clock.Now },
            new StaticPage { Slug = "hidden", Language = "en", Title = "Hidden", ModifiedAt = Clock.Now, IsPublished = false });
        await db.SaveAsync(Cancel);
        return articles;
    }

    private static async Task<XDocument> XmlAsync(Site site, string address)
    {
        var answer = await site.ReadAsync(address.Replace(Site.PublicUrl, "", StringComparison.Ordinal));
        Assert.Equal("application/xml; charset=utf-8", answer["Content-Type"]);
        return XDocument.Parse(answer.Text);
    }

    private static List<string> Locations(XDocument sitemap) => [.. sitemap.Descendants(Sitemap + "loc").Select(location => location.Value)];

    public sealed class OnSqlite() : SitemapTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SitemapTests(DatabaseEngine.Postgres);
}
