using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.IntegrationTests.Schemas;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Web.Feeds;

public abstract class FeedTests(DatabaseEngine engine) : SiteTest(engine)
{
    private static readonly string[] Lists = ["", "/news/city", "/tags/trams", "/authors/an", "/jobs"];

    [Fact]
    public async Task Every_list_has_a_feed_in_every_format_and_language()
    {
        foreach (var language in Language.All)
        {
            await Paper.AddAsync(Enumerable.Range(1, 3).Select(number => new Piece($"{language.Code} {number}") { Language = language, Tags = ["trams"], Authors = ["an"], PublishedAt = Clock.Now.AddMinutes(-number) }), Cancel);
            await Paper.AddAsync(new Job($"{language.Code} job") { Language = language }, Cancel);
        }
        foreach (var language in Language.All)
        {
            foreach (var list in Lists)
            {
                var path = language.Prefix + list;
                var feeds = await ReadAsync(path);

                Assert.All(feeds, feed => Assert.Equal(Site.PublicUrl + (path.Length == 0 ? "/" : path), feed.Home));
                Assert.Equal([$"{Site.PublicUrl}{path}/feed.xml", $"{Site.PublicUrl}{path}/atom.xml", $"{Site.PublicUrl}{path}/feed.json"], feeds.Select(feed => feed.Self));
                Assert.Equal(3, feeds[0].Items.Count);
                Assert.All(feeds, feed => Assert.Equal(feeds[0].Items, feed.Items));
                if (list != "/jobs")
                    Assert.Equal([$"{language.Code} 1", $"{language.Code} 2", $"{language.Code} 3"], feeds[0].Items.Select(item => item.Title));
                Assert.All(feeds[0].Items, item => Assert.StartsWith(Site.PublicUrl + "/", item.Address, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_list_that_is_not_there_has_no_feed()
    {
        foreach (var path in new[] { "/news/none/feed.xml", "/tags/none/atom.xml", "/authors/none/feed.json", "/nl/tags/none/feed.xml" })
            Assert.Equal(404, (await Site.GetAsync(path)).Status);
    }

    [Fact]
    public async Task An_empty_paper_has_sound_feeds()
    {
        foreach (var list in new[] { "", "/jobs" })
            Assert.All(await ReadAsync(list), feed => Assert.Empty(feed.Items));
    }

    [Fact]
    public async Task An_item_keeps_its_identity_whatever_becomes_of_the_article()
    {
        var id = await Paper.AddAsync(new Piece("Before"), Cancel);
        await Paper.AddSectionAsync("culture", null, Cancel);
        var before = Assert.Single((await ReadAsync(""))[0].Items);

        Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(id, async (services, article) =>
        {
            var desk = services.GetRequiredService<EditorialDesk>();
            article.File(await services.GetRequiredService<NewsDb>().Set<Section>().SingleAsync(section => section.Slug == "culture", Cancel), Clock.Now);
            article.Rename("after");
            desk.Publish(article, await desk.WriteAsync(article, new ArticleText { Title = "After" }, Cancel));
        });
        await Site.FollowAsync();

        var after = Assert.Single((await ReadAsync(""))[0].Items);
        Assert.Equal((before.Id, "After", $"{Site.PublicUrl}/news/culture/{id}/after"), (after.Id, after.Title, after.Address));
        Assert.StartsWith("urn:uuid:", after.Id, StringComparison.Ordinal);
        Assert.Equal(Clock.Now.AddSeconds(-2), DateTimeOffset.Parse((string)(await AtomAsync("")).Root!.Element(Atom + "updated")!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_is_taken_back_leaves_the_feeds()
    {
        var ids = await Paper.AddAsync([new Piece("Stays"), new Piece("Goes")], Cancel);
        await ChangeAsync(ids[1], (services, article) =>
        {
            services.GetRequiredService<EditorialDesk>().Unpublish(article);
            return Task.CompletedTask;
        });

        Assert.All(await ReadAsync(""), feed => Assert.Equal(["Stays"], feed.Items.Select(item => item.Title)));
    }

    [Fact]
    public async Task Feeds_hold_the_newest_thirty()
    {
        await Paper.AddAsync(Enumerable.Range(1, 40).Select(number => new Piece($"Story {number}") { PublishedAt = Clock.Now.AddMinutes(-number) }), Cancel);
        await Paper.AddAsync(Enumerable.Range(1, 40).Select(number => new Job($"Job {number}") { PublishedAt = Clock.Now.AddMinutes(-number) }), Cancel);

        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"Story {number}"), (await ReadAsync(""))[0].Items.Select(item => item.Title));
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"Job {number}, harbour"), (await ReadAsync("/jobs"))[0].Items.Select(item => item.Title));
    }

    [Fact]
    public async Task The_whole_text_is_there_and_can_be_read_elsewhere()
    {
        await Paper.AddAsync(new Piece("Trams & <b>buses</b>")
        {
            Standfirst = "It's 10 < 11",
            Body = BlockDocument.Of(
            [
                Block.Of("paragraph", Block.TextOf("See "), Block.TextOf("here", Mark.Link("/news/city/1/x")), Block.TextOf(" & it’s \ud83d\udc26 "), Block.TextOf("there", Mark.Link("https://example.org/?a=1&b=2"))),
                new Block("embed").With("url", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
            ]),
        }, Cancel);

        var rss = XDocument.Parse((await Site.ReadAsync("/feed.xml")).Text);
        var content = (string)rss.Descendants(Content + "encoded").Single();
        Assert.Equal(content, (string)(await AtomAsync("")).Descendants(Atom + "content").Single());
        Assert.Equal(content, (string?)JsonNode.Parse((await Site.ReadAsync("/feed.json")).Text)!["items"]![0]!["content_html"]);
        Assert.Contains($"<a href=\"{Site.PublicUrl}/news/city/1/x\">here</a> &amp; it’s \ud83d\udc26 <a href=\"https://example.org/?a=1&amp;b=2\"", content, StringComparison.Ordinal);
        Assert.Contains("<strong>It's 10 &lt; 11</strong>", content, StringComparison.Ordinal);
        Assert.Contains("https://www.youtube.com/watch?v=dQw4w9WgXcQ", content, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", content, StringComparison.Ordinal);
        Assert.Equal("Trams & <b>buses</b>", (string)rss.Descendants("item").Single().Element("title")!);
    }

    [Fact]
    public async Task What_xml_cannot_hold_breaks_no_feed_and_what_is_right_to_left_stays()
    {
        const string Odd = "bell \u0007 end ]]> \u202eright to left\u202c \ufffe <script>alert(1)</script> &amp;";
        const string Clean = "bell  end ]]> \u202eright to left\u202c  <script>alert(1)</script> &amp;";
        await Paper.AddAsync(new Piece(Odd) { Standfirst = Odd }, Cancel);
        await Paper.AddAsync(new Job(Odd) { Town = Odd }, Cancel);

        Assert.All(await ReadAsync(""), feed => Assert.Equal(Clean, Assert.Single(feed.Items).Title));
        Assert.All(await ReadAsync("/jobs"), feed => Assert.Equal($"{Clean}, harbour", Assert.Single(feed.Items).Title));
        Assert.Equal(Clean, (string)XDocument.Parse((await Site.ReadAsync("/jobs/indeed.xml")).Text).Descendants("title").Single());
        Assert.Equal(Clean, (string)XDocument.Parse((await Site.ReadAsync("/sitemap-news.xml")).Text).Descendants(XName.Get("title", "http://www.google.com/schemas/sitemap-news/0.9")).Single());
    }

    [Fact]
    public async Task A_feed_is_not_sent_again_until_something_in_it_changes()
    {
        await Paper.AddAsync(new Piece("First") { PublishedAt = Clock.Now.AddHours(-1) }, Cancel);
        foreach (var path in new[] { "/feed.xml", "/atom.xml", "/feed.json" })
        {
            var first = await Site.ReadAsync(path);
            Assert.Equal(Clock.Now.ToString("R", CultureInfo.InvariantCulture), first["Last-Modified"]);
            Assert.Contains("charset=utf-8", first["Content-Type"], StringComparison.Ordinal);
            Assert.Equal(304, (await Site.GetAsync(path, ("If-None-Match", first["ETag"]!))).Status);
            Assert.Equal(304, (await Site.GetAsync(path, ("If-Modified-Since", first["Last-Modified"]!))).Status);
            Assert.Equal(first["ETag"], (await Site.SendAsync(HttpMethod.Head, path))["ETag"]);
        }
        var known = (await Site.ReadAsync("/feed.xml"))["ETag"]!;
        // Another day, another generation: the same feed.
        await Site.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(304, (await Site.GetAsync("/feed.xml", ("If-None-Match", known))).Status);

        await Paper.AddAsync(new Piece("Second"), Cancel);
        await Site.FollowAsync();
        Assert.Equal(200, (await Site.GetAsync("/feed.xml", ("If-None-Match", known))).Status);
    }

    [SharedDataFact("schemas/jsonfeed-1.json")]
    public async Task The_json_feed_is_what_its_schema_says()
    {
        await Paper.AddAsync(new Piece("Trams") { Tags = ["trams"], Authors = ["an"] }, Cancel);
        await Paper.AddAsync(new Job("Driver"), Cancel);
        foreach (var path in new[] { "/feed.json", "/jobs/feed.json", "/nl/feed.json" })
        {
            var feed = JsonNode.Parse((await Site.ReadAsync(path)).Text)!.AsObject();
            Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
            // The schema is that of version 1.0; 1.1 added these two, of feeds and of items.
            foreach (var owner in feed["items"]!.AsArray().Select(item => item!.AsObject()).Append(feed))
            {
                Assert.Equal(2, ((string?)owner["language"])!.Length);
                Assert.All(owner["authors"]!.AsArray(), author => Assert.NotEqual("", (string?)author!["name"]));
                owner.Remove("language");
                owner.Remove("authors");
            }

            Assert.Empty(JsonSchema.Read(SharedData.PathOf("schemas", "jsonfeed-1.json")).Faults(feed));
        }
    }

    private async Task ChangeAsync(long id, Func<IServiceProvider, Article, Task> change)
    {
        var services = Paper.NewScope();
        var article = (await services.GetRequiredService<EditorialDesk>().FindAsync(id, Cancel))!;
        await change(services, article);
        await services.GetRequiredService<NewsDb>().SaveAsync(Cancel);
    }

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private async Task<XDocument> AtomAsync(string list) => XDocument.Parse((await Site.ReadAsync(list + "/atom.xml")).Text);

    /// <summary>The feed of a list in all formats, each with what all of them tell.</summary>
    private async Task<IReadOnlyList<ReadFeed>> ReadAsync(string list)
    {
        var answer = await Site.ReadAsync(list + "/feed.xml");
        Assert.Equal("application/rss+xml", answer.MediaType);
        var channel = XDocument.Parse(answer.Text).Root!.Element("channel")!;
        var rss = new ReadFeed((string)channel.Element("link")!, (string)channel.Element(Atom + "link")!.Attribute("href")!,
            [.. channel.Elements("item").Select(item => new ReadItem((string)item.Element("guid")!, (string)item.Element("title")!, (string)item.Element("link")!,
                DateTimeOffset.ParseExact((string)item.Element("pubDate")!, "R", CultureInfo.InvariantCulture)))]);

        var atomFeed = (await AtomAsync(list)).Root!;
        var atom = new ReadFeed(Link(atomFeed, "alternate"), Link(atomFeed, "self"), [.. atomFeed.Elements(Atom + "entry").Select(entry => new ReadItem(
            (string)entry.Element(Atom + "id")!, (string)entry.Element(Atom + "title")!, Link(entry, "alternate"), (DateTimeOffset)entry.Element(Atom + "published")!))]);
        Assert.NotNull(atomFeed.Element(Atom + "updated"));

        answer = await Site.ReadAsync(list + "/feed.json");
        Assert.Equal("application/feed+json", answer.MediaType);
        var jsonFeed = JsonNode.Parse(answer.Text)!;
        var json = new ReadFeed((string)jsonFeed["home_page_url"]!, (string)jsonFeed["feed_url"]!, [.. jsonFeed["items"]!.AsArray().Select(item => new ReadItem(
            (string)item!["id"]!, (string)item["title"]!, (string)item["url"]!, DateTimeOffset.Parse((string)item["date_published"]!, CultureInfo.InvariantCulture)))]);
        return [rss, atom, json];
    }

    private static string Link(XElement owner, string relation) =>
        (string)owner.Elements(Atom + "link").Single(link => (string)link.Attribute("rel")! == relation).Attribute("href")!;

    private sealed record ReadFeed(string Home, string Self, IReadOnlyList<ReadItem> Items);

    private sealed record ReadItem(string Id, string Title, string Address, DateTimeOffset PublishedAt);

    public sealed class OnSqlite() : FeedTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : FeedTests(DatabaseEngine.Postgres);
}
