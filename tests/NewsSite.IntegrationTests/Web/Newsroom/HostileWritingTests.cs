using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.Versions;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>What is posted past the editor: refused with the place of what is wrong, and nothing is stored.</summary>
public abstract class HostileWritingTests(DatabaseEngine engine) : WritingTest(engine)
{
    private const string Start = """{"revision":1,"tab":"11111111-1111-4111-8111-111111111111",""";

    /// <summary>The body behind the revision, the status, and a part of the answer.</summary>
    public static TheoryData<string, int, string> Bodies => new()
    {
        { """ "document":{"type":"doc","content":[{"type":"script","content":[]}]}}""", 422, "doc.content[0]" },
        { """ "document":{"type":"doc","content":[{"type":"paragraph","attrs":{"onclick":"x"}}]}}""", 422, "doc.content[0]" },
        { """ "document":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}]}]}}""", 422, "href" },
        { """ "document":{"type":"doc","content":[{"type":"embed","attrs":{"url":"data:text/html,x"}}]}}""", 422, "url" },
        { """ "document":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"\u0000"}]}]}}""", 422, "doc.content[0]" },
        { """ "document":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"\ud800"}]}]}}""", 422, "doc.content[0]" },
        { """ "document":"<p>x</p>"}""", 422, "document" },
        { """ "document":null}""", 422, "document" },
        { """ "document":[]}""", 422, "document" },
        { """ "fields":[]}""", 422, "fields" },
        { """ "fields":{"title":5}}""", 422, "fields.title" },
        { """ "fields":{"title":"\u0000"}}""", 422, "fields.title" },
        { """ "fields":{"title":"\udfff"}}""", 422, "fields.title" },
        { """ "fields":{"slug":"../../etc/passwd"}}""", 422, "fields.slug" },
        { """ "fields":{"slug":"Big-Letters"}}""", 422, "fields.slug" },
        { """ "fields":{"sectionId":4242}}""", 422, "fields.sectionId" },
        { """ "fields":{"sectionId":null}}""", 422, "fields.sectionId" },
        { """ "fields":{"sectionId":1.5}}""", 422, "fields.sectionId" },
        { """ "fields":{"heroId":4242}}""", 422, "fields.heroId" },
        { """ "fields":{"heroId":-1}}""", 422, "fields.heroId" },
        { """ "fields":{"authorIds":[4242]}}""", 422, "fields.authorIds" },
        { """ "fields":{"tagIds":"1,2"}}""", 422, "fields.tagIds" },
        { """ "fields":{"tagIds":[9223372036854775808]}}""", 422, "fields.tagIds" },
        { """ "fields":{"language":"tlh"}}""", 422, "fields.language" },
        { """ "fields":{"state":"Published"}}""", 422, "fields.state" },
        { """ "fields":{}""", 400, "JSON" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Hostile_bodies_are_refused_and_nothing_is_stored(string rest, int status, string place)
    {
        var (visitor, id) = await StartAsync(Role.Editor, "Trees");

        var answer = await SaveAsync(visitor, id, Start + rest);

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Contains(place, answer.Text, StringComparison.Ordinal);
        Assert.True(Json(answer)["detail"]!.GetValue<string>().Length > 10);
        await NothingIsStoredAsync(id);
    }

    [Fact]
    public async Task What_is_too_large_or_no_save_at_all_is_refused()
    {
        var (visitor, id) = await StartAsync(Role.Editor, "Trees");
        var long1 = JsonSerializer.Serialize(new { revision = 1, tab = Tab, document = Document(new string('x', 1_100_000)) });
        var long2 = JsonSerializer.Serialize(new { revision = 1, tab = Tab, document = Document("x"), fields = new { title = new string('x', 3_000_000) } });

        Assert.Equal(413, (await SaveAsync(visitor, id, long1)).Status);
        Assert.Equal(413, (await SaveAsync(visitor, id, long2)).Status);
        Assert.Equal(422, (await SaveAsync(visitor, id, 1, "x", new { title = new string('x', 301) })).Status);
        foreach (var broken in new[] { "", "null", "[]", "7", "{", "{\"revision\":1}", "{\"tab\":\"11111111-1111-4111-8111-111111111111\"}", "{\"tab\":\"x\",\"revision\":1}", new string('[', 5000) })
            Assert.InRange((await SaveAsync(visitor, id, broken)).Status, 400, 422);
        using var text = new StringContent("{}");
        Assert.Equal(415, (await visitor.SendAsync(HttpMethod.Put, $"/newsroom/articles/{id}/copy", text)).Status);
        Assert.Equal(404, (await SaveAsync(visitor, 4242, 1, "x")).Status);
        Assert.InRange((await SendAsync(visitor, HttpMethod.Post, $"/newsroom/articles/{id}/presence", new { tab = 5 })).Status, 400, 422);
        await NothingIsStoredAsync(id);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_done()
    {
        var (visitor, id) = await StartAsync(Role.Editor, "Trees");
        await visitor.OpenAsync("/news/city");

        var answer = await SaveAsync(visitor, id, 1, "Forged");

        Assert.Equal((400, "antiforgery"), (answer.Status, Json(answer)["code"]!.GetValue<string>()));
        Assert.Equal(400, (await SendAsync(visitor, HttpMethod.Post, "/newsroom/tags/names", new { name = "Forged" })).Status);
        await NothingIsStoredAsync(id);
        var stranger = await Site.SendAsync(HttpMethod.Put, $"/newsroom/articles/{id}/copy", ("Accept", "application/json"), ("Content-Type", "application/json"));
        Assert.Equal((401, "application/problem+json"), (stranger.Status, stranger.MediaType));
    }

    [Fact]
    public async Task Names_of_tags_are_names()
    {
        var (visitor, _) = await StartAsync(Role.Contributor, "Trees");
        foreach (var name in new object?[] { "", "  ", "!!!", 5, null, new string('x', 81), "a\u0000b" })
            Assert.Equal(422, (await SendAsync(visitor, HttpMethod.Post, "/newsroom/tags/names", new { name })).Status);
        Assert.Equal(0, await New<NewsDb>().Set<Tag>().CountAsync(Cancel));

        var made = await SendAsync(visitor, HttpMethod.Post, "/newsroom/tags/names", new { name = "<b>Canal</b> & trees" });
        var again = await SendAsync(visitor, HttpMethod.Post, "/newsroom/tags/names", new { name = "<B>CANAL</B> & trees" });

        Assert.Equal((201, "<b>Canal</b> & trees"), (made.Status, Json(made)["name"]!.GetValue<string>()));
        Assert.Equal(Json(made)["id"]!.GetValue<long>(), Json(again)["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        var (visitor, id) = await StartAsync(Role.Editor, Hostile);
        await SaveAsync(visitor, id, 1, Hostile, new { standfirst = Hostile, searchTitle = Hostile });

        foreach (var path in new[] { "/newsroom/articles", $"/newsroom/articles/{id}", $"/newsroom/articles/{id}/versions" })
        {
            var page = await visitor.OpenAsync(path);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(page.Page.QuerySelectorAll("[onerror]"));
        }
        Assert.Equal(Hostile, (await visitor.OpenAsync($"/newsroom/articles/{id}")).Page.QuerySelector("#title")!.TextContent);
    }

    private async Task NothingIsStoredAsync(long id)
    {
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.Equal((1, "Trees", ""), (copy.Revision, copy.Title, copy.Body.PlainText()));
        Assert.Empty(await New<VersionHistory>().ListAsync(id, Cancel));
    }

    public sealed class OnSqlite() : HostileWritingTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : HostileWritingTests(DatabaseEngine.Postgres);
}
