using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class CommentsTests(DatabaseEngine engine) : AccountTest(engine)
{
    private const string Hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script> ' \" & {{7*7}}";

    [Fact]
    public async Task A_comment_is_made_answered_resolved_opened_again_and_deleted()
    {
        var id = await Paper.AddAsync(new Piece("Trees") { State = ArticleState.Draft }, Cancel);
        var an = await DeskAsync(Role.Editor, "An");
        var bo = await DeskAsync(Role.ChiefEditor, "Bo");

        var thread = (await an.SendAsync("POST", id, "", new { text = "Sure?", words = "1,200 trees", before = "plant ", after = " along" })).Threads.Single()!;
        var number = (long)thread["id"]!;
        Assert.Equal(("1,200 trees", "Sure?", "An", true), ((string?)thread["quote"], (string?)thread["text"], (string?)thread["by"], (bool?)thread["own"]));
        var answered = (await bo.SendAsync("POST", id, $"/{number}/answers", new { text = "Yes." })).Threads.Single()!;
        Assert.Equal(("Yes.", true, false), ((string?)answered["answers"]![0]!["text"], (bool?)answered["answers"]![0]!["own"], (bool?)answered["own"]));

        Assert.Equal("Bo", (string?)(await bo.SendAsync("PUT", id, $"/{number}/resolved")).Threads.Single()!["resolved"]!["by"]);
        Assert.Null((await an.SendAsync("DELETE", id, $"/{number}/resolved")).Threads.Single()!["resolved"]);
        Assert.Equal(403, (await bo.SendAsync("DELETE", id, $"/{number}")).Status);
        Assert.Equal(409, (await an.SendAsync("DELETE", id, $"/{number}")).Status);
        await bo.SendAsync("DELETE", id, $"/{(long)answered["answers"]![0]!["id"]!}");
        Assert.Empty((await an.SendAsync("DELETE", id, $"/{number}")).Threads);
        Assert.Equal(
            ["An: comment Trees", "Bo: answer comment Trees", "Bo: resolve comment Trees", "An: reopen comment Trees", "Bo: delete comment Trees", "An: delete comment Trees"],
            (await TrailAsync()).Where(line => line.Contains("comment", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_mark_is_another_one_after_every_deed_and_the_same_until_then()
    {
        var id = await Paper.AddAsync(new Piece("Trees") { State = ArticleState.Draft }, Cancel);
        var an = await DeskAsync(Role.Editor, "An");
        var passage = new { text = "Sure?", words = "1,200 trees", before = "plant ", after = " along" };
        var marks = new List<string> { (await an.SendAsync("GET", id, "")).Mark };
        async Task<Reply> DoAsync(string method, string path, object? sent = null)
        {
            var reply = await an.SendAsync(method, id, path, sent);
            Assert.Equal(reply.Mark, (await New<CommentDesk>().MarkAsync(id, Cancel)).ToString());
            marks.Add(reply.Mark);
            return reply;
        }

        var first = (long)(await DoAsync("POST", "", passage)).Threads.Single()!["id"]!;
        await DoAsync("PUT", $"/{first}/resolved");
        await DoAsync("POST", $"/{first}/answers", new { text = "Yes." });
        await DoAsync("PUT", $"/{first}/resolved");
        await DoAsync("DELETE", $"/{first}/resolved");
        await DoAsync("DELETE", $"/{first}");

        Assert.All(marks.Zip(marks.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(marks[^1], (await an.SendAsync("GET", id, "")).Mark);
    }

    [Fact]
    public async Task What_people_type_comes_back_as_they_typed_it_and_as_nothing_else()
    {
        var id = await Paper.AddAsync(new Piece("Trees") { State = ArticleState.Draft }, Cancel);
        var an = await DeskAsync(Role.Editor, "An");

        var sent = await an.SendAsync("POST", id, "", new { text = Hostile, words = Hostile, before = Hostile, after = Hostile });

        Assert.Equal((200, "application/json"), (sent.Status, sent.MediaType));
        var thread = sent.Threads.Single()!;
        Assert.Equal((Hostile, Hostile), ((string?)thread["text"], (string?)thread["quote"]));
        Assert.DoesNotContain("<script", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_comment_is_refused_and_nothing_is_stored()
    {
        var id = await Paper.AddAsync(new Piece("Trees") { State = ArticleState.Draft }, Cancel);
        var an = await DeskAsync(Role.Editor, "An");
        var words = new { text = "Sure?", words = "trees", before = "", after = "" };

        Assert.Equal(422, (await an.SendAsync("POST", id, "", new { text = " \n\0", words = "trees" })).Status);
        Assert.Equal(422, (await an.SendAsync("POST", id, "", new { text = "Sure?", words = " " })).Status);
        Assert.Equal(422, (await an.SendAsync("POST", id, "", new { text = new string('x', Comment.MaxText + 1), words = "trees" })).Status);
        Assert.Equal(404, (await an.SendAsync("POST", 4242, "", words)).Status);
        Assert.Equal(404, (await an.SendAsync("POST", id, "/4242/answers", new { text = "Yes." })).Status);
        Assert.Equal(404, (await an.SendAsync("PUT", id, "/4242/resolved")).Status);
        foreach (var broken in new[] { "", "[]", "{", "{\"text\":5,\"words\":\"x\"}", "{\"text\":\"\\ud800\",\"words\":\"x\"}", "{\"passages\":7}" })
            Assert.InRange((await an.SendAsync("POST", id, "", broken)).Status, 400, 422);
        Assert.Equal(400, (await an.SendAsync("POST", id, "", words, token: "")).Status);
        Assert.Equal(400, (await an.SendAsync("POST", id, "", words, token: "wrong")).Status);

        Assert.Empty(await New<CommentDesk>().ListAsync(id, Cancel));
    }

    [Fact]
    public async Task Passages_that_moved_are_kept_where_they_are_now()
    {
        var id = await Paper.AddAsync(new Piece("Trees") { State = ArticleState.Draft }, Cancel);
        var an = await DeskAsync(Role.Editor, "An");
        var thread = (long)(await an.SendAsync("POST", id, "", new { text = "Sure?", words = "1,200 trees", before = "plant ", after = " along" })).Threads.Single()!["id"]!;

        var moved = await an.SendAsync("PUT", id, "/passages", new { passages = new object[] { new { id = thread, words = "1,300 trees", before = "a ", after = " b" }, new { id = 4242, words = "x" } } });

        Assert.Equal(("1,300 trees", "1,200 trees"), ((string?)moved.Threads.Single()!["passage"]!["words"], (string?)moved.Threads.Single()!["quote"]));
    }

    private async Task<Desk> DeskAsync(Role role, string name)
    {
        var visitor = await SignedInAsync(await HireAsync(role, name));
        var desk = new Desk(Site, visitor);
        // The first answer brings the token and its cookie.
        await visitor.OpenAsync("/newsroom/articles/1/comments");
        desk.Token = (string)JsonNode.Parse(visitor.Page.Text)!["token"]!;
        return desk;
    }

    /// <summary>The script of an editor's page.</summary>
    private sealed class Desk(Site site, Visitor visitor)
    {
        public string Token { get; set; } = "";

        public async Task<Reply> SendAsync(string method, long article, string path, object? sent = null, string? token = null)
        {
            var headers = new List<(string, string)>
            {
                ("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))),
                ("Accept", "application/json"),
            };
            if ((token ?? Token).Length > 0)
                headers.Add(("RequestVerificationToken", token ?? Token));
            using var content = new StringContent(sent is null ? "" : sent as string ?? JsonSerializer.Serialize(sent), Encoding.UTF8, "application/json");
            var answer = await site.SendAsync(new HttpMethod(method), $"/newsroom/articles/{article}/comments{path}", content, headers);
            return new Reply(answer.Status, answer.MediaType, answer.Text);
        }
    }

    private sealed record Reply(int Status, string MediaType, string Text)
    {
        public string Mark => JsonNode.Parse(Text)!["mark"]!.GetValue<string>();

        public JsonArray Threads
        {
            get
            {
                Assert.True(Status == (int)HttpStatusCode.OK, $"{Status}: {Text}");
                return JsonNode.Parse(Text)!["threads"]!.AsArray();
            }
        }
    }

    public sealed class OnSqlite() : CommentsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : CommentsTests(DatabaseEngine.Postgres);
}
