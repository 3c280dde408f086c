using System.Text.Json.Nodes;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Api;

public abstract class ArticlesApiTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task All_articles_can_be_read_page_by_page_newest_first()
    {
        // Several of the same moment: the place in the list is not the time alone.
        var ids = await Paper.AddAsync(Enumerable.Range(0, 23).Select(number => new Piece($"Story {number}") { PublishedAt = Clock.Now.AddMinutes(-number / 4) }), Cancel);
        var seen = new List<long>();
        for (var next = "/api/v1/articles?limit=5"; next is not null;)
        {
            var page = JsonNode.Parse((await Site.ReadAsync(next)).Text)!;
            var items = page["items"]!.AsArray();
            Assert.InRange(items.Count, 1, 5);
            seen.AddRange(items.Select(item => (long)item!["id"]!));
            next = ((string?)page["next"])?[Site.PublicUrl.Length..];
        }

        Assert.Equal(ids.Chunk(4).SelectMany(moment => moment.Reverse()), seen);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_all_of_them_hold()
    {
        await Paper.AddSectionAsync("film", "culture", Cancel);
        await Paper.AddAsync(
        [
            new Piece("A") { Tags = ["trams"], Authors = ["an"] },
            new Piece("B") { Section = "film", Tags = ["trams", "night"], Authors = ["bo", "an"] },
            new Piece("C") { Section = "culture", Language = Language.Dutch, Tags = ["night"], PublishedAt = Clock.Now.AddDays(-1) },
            new Piece("D") { PublishedAt = Clock.Now.AddDays(-2) },
            new Piece("Draft") { State = ArticleState.Draft },
            new Piece("Gone") { State = ArticleState.Unpublished },
        ], Cancel);

        foreach (var (query, titles) in new[]
        {
            ("", "A B C D"), ("?section=culture", "B C"), ("?section=film", "B"), ("?tag=trams", "A B"), ("?author=an", "A B"), ("?author=bo", "B"), ("?language=nl", "C"),
            ("?since=2026-11-17", "A B C"), ("?since=2026-11-18T10:00:00%2B01:00", "A B"), ("?since=2030-01-01", ""), ("?tag=night&section=culture", "B C"), ("?tag=night&language=en&author=an", "B"), ("?tag=trams&language=nl", ""),
        })
        {
            var items = JsonNode.Parse((await Site.ReadAsync("/api/v1/articles" + query)).Text)!["items"]!.AsArray();
            Assert.Equal($"{query}: {titles}", $"{query}: {string.Join(' ', items.Select(item => (string?)item!["title"]).Order(StringComparer.Ordinal))}");
        }
    }

    [Fact]
    public async Task One_article_is_told_whole()
    {
        var ids = await Paper.AddAsync(
        [
            new Piece("Trams") { Standfirst = "All & all", Tags = ["trams"], Authors = ["an"], TranslationGroup = 3, Body = BlockDocument.Of([Block.Paragraph("5 < 6")]) },
            new Piece("De trams") { Language = Language.Dutch, TranslationGroup = 3 },
        ], Cancel);
        await New<PublishingDesk>().CorrectAsync(new PublishingOrder { ArticleId = ids[0], By = new Editor(1, "An") }, "Not <six>.", Cancel);

        var article = JsonNode.Parse((await Site.ReadAsync($"/api/v1/articles/{ids[0]}")).Text)!;

        Assert.Equal((ids[0], "Trams", "All & all", "<p>5 &lt; 6</p>"), ((long)article["id"]!, (string?)article["title"], (string?)article["standfirst"], (string?)article["bodyHtml"]));
        Assert.Equal(($"{Site.PublicUrl}/news/city/{ids[0]}/trams", "city", "an", "trams"), ((string?)article["url"], (string?)article["section"]!["slug"], (string?)article["authors"]![0]!["slug"], (string?)article["tags"]![0]!["slug"]));
        Assert.Equal($"{Site.PublicUrl}/nl/news/city/{ids[1]}/de-trams", (string?)Assert.Single(article["translations"]!.AsArray())!["url"]);
        Assert.Equal("Not <six>.", (string?)Assert.Single(article["corrections"]!.AsArray())!["text"]);
    }

    [Fact]
    public async Task What_is_not_there_is_told_as_a_problem()
    {
        var gone = await Paper.AddAsync(new Piece("Gone") { State = ArticleState.Unpublished }, Cancel);
        var draft = await Paper.AddAsync(new Piece("Draft") { State = ArticleState.Draft }, Cancel);

        foreach (var (path, status) in new[] { ($"articles/{gone}", 410), ($"articles/{draft}", 404), ("articles/4711", 404), ("articles/x", 404), ("nothing", 404) })
        {
            var answer = await Site.GetAsync("/api/v1/" + path);
            Assert.Equal((path, status, "application/problem+json"), (path, answer.Status, answer.MediaType));
            Assert.Equal(status, (int)JsonNode.Parse(answer.Text)!["status"]!);
        }
    }

    [Fact]
    public async Task Every_wrong_parameter_is_named()
    {
        var answer = await Site.GetAsync("/api/v1/articles?section=none&tag=none&author=none&language=de&since=yesterday&limit=101&before=there");

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.MediaType));
        var errors = JsonNode.Parse(answer.Text)!["errors"]!.AsObject();
        Assert.Equal(["author", "before", "language", "limit", "section", "since", "tag"], errors.Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.StartsWith(error.Key + " ", (string?)error.Value![0], StringComparison.Ordinal));
        Assert.Equal(["limit"], JsonNode.Parse((await Site.GetAsync("/api/v1/articles?limit=1&limit=2")).Text)!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task An_answer_that_the_client_has_is_not_sent_again()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        foreach (var path in new[] { "/api/v1/articles", "/api/v1/articles?limit=1&language=en", $"/api/v1/articles/{id}", "/openapi/v1.json" })
        {
            var get = await Site.ReadAsync(path);
            Assert.Equal(304, (await Site.GetAsync(path, ("If-None-Match", get["ETag"]!))).Status);
            var head = await Site.SendAsync(HttpMethod.Head, path);
            Assert.Equal((200, get["ETag"], get["Content-Type"]), (head.Status, head["ETag"], head["Content-Type"]));
        }
        var known = (await Site.ReadAsync("/api/v1/articles"))["ETag"]!;
        await Paper.AddAsync(new Piece("Buses"), Cancel);
        await Site.FollowAsync();
        Assert.Equal(200, (await Site.GetAsync("/api/v1/articles", ("If-None-Match", known))).Status);
    }

    [Fact]
    public async Task It_has_one_address_and_is_for_reading_only()
    {
        var moved = await Site.GetAsync("/nl/api/v1/articles?limit=1");

        Assert.Equal((301, "/api/v1/articles?limit=1"), (moved.Status, moved.Location));
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
            Assert.InRange((await Site.SendAsync(method, "/api/v1/articles")).Status, 400, 405);
    }

    public sealed class OnSqlite() : ArticlesApiTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ArticlesApiTests(DatabaseEngine.Postgres);
}
