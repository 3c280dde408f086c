using NewsSite.Accounts.Roles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>Contributors see and write what they started, until it is with the editors; editors everything.</summary>
public abstract class WritingRightsTests(DatabaseEngine engine) : WritingTest(engine)
{
    [Fact]
    public async Task Contributors_see_and_write_only_their_own()
    {
        var others = await DraftAsync("Somebody else's secret");
        var published = await Paper.AddAsync(new Piece("Published secret"), Cancel);
        var (kim, own) = await StartAsync(Role.Contributor, "Own trees", "Kim");

        var list = await kim.OpenAsync("/newsroom/articles");
        Assert.Contains("Own trees", list.TextOf("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", list.TextOf("tbody"), StringComparison.Ordinal);
        foreach (var part in new[] { "mine", "drafts", "published", "inreview" })
            Assert.DoesNotContain("secret", (await kim.OpenAsync("/newsroom/articles?part=" + part)).TextOf("main"), StringComparison.Ordinal);
        await kim.OpenAsync($"/newsroom/articles/{own}");
        foreach (var id in new[] { others, published })
        {
            Assert.Equal(403, (await kim.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}")).Status);
            Assert.Equal(403, (await kim.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}/versions")).Status);
            Assert.Equal(403, (await SaveAsync(kim, id, 1, "Mine now")).Status);
            Assert.Equal(403, (await SendAsync(kim, HttpMethod.Post, $"/newsroom/articles/{id}/presence", new { tab = Tab, revision = 1 })).Status);
            Assert.Equal(403, (await kim.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}/presence", ("Accept", "application/json"))).Status);
        }
        Assert.DoesNotContain("Somebody else", (await kim.AskAsync(HttpMethod.Get, $"/newsroom/articles/search?ids={others},{published}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", (await kim.AskAsync(HttpMethod.Get, "/newsroom/articles/search?q=secret")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await SaveAsync(kim, own, 1, "Own words")).Status);
    }

    [Fact]
    public async Task What_a_contributor_may_not_do_is_neither_shown_nor_done()
    {
        var (kim, id) = await StartAsync(Role.Contributor, "Own trees", "Kim");
        await SaveAsync(kim, id, 1, "Own words");
        var page = await kim.OpenAsync($"/newsroom/articles/{id}");
        Assert.DoesNotContain("Publish", page.TextOf(".strip button, .strip a"), StringComparison.Ordinal);
        Assert.Contains("Hand in", page.TextOf(".strip"), StringComparison.Ordinal);
        Assert.Equal(403, (await PostAsync(kim, $"/newsroom/articles/{id}?handler=Publish")).Status);

        Assert.Equal(302, (await PostAsync(kim, $"/newsroom/articles/{id}/review?handler=HandIn")).Status);
        Assert.Equal(WorkStage.InReview, (await New<WritingDesk>().OpenAsync(id, Cancel))!.Stage);

        Assert.Equal(403, (await SaveAsync(kim, id, 3, "Too late")).Status);
        Assert.Equal(403, (await PostAsync(kim, $"/newsroom/articles/{id}/versions?handler=RollBack", ("number", "1"))).Status);
        Assert.Equal(403, (await PostAsync(kim, $"/newsroom/articles/{id}?handler=Link", ("translation", "1"))).Status);
        Assert.Equal("Own words", (await New<WritingDesk>().OpenAsync(id, Cancel))!.Body.PlainText());
        Assert.Contains("Own trees", (await kim.OpenAsync("/newsroom/articles")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Empty(kim.Page.Page.QuerySelectorAll("tbody a"));
        Assert.Equal(200, (await kim.OpenAsync($"/newsroom/articles/{id}/versions")).Status);
        Assert.Empty(kim.Page.Page.QuerySelectorAll("button[name=number]"));
    }

    [Theory]
    [InlineData(Role.Editor)]
    [InlineData(Role.ChiefEditor)]
    [InlineData(Role.Administrator)]
    public async Task Editors_write_everything(Role role)
    {
        var id = await DraftAsync("Somebody else's");
        var editor = await OpenAsync(role, id, "Ed");

        Assert.Equal(200, (await SaveAsync(editor, id, 1, "Edited")).Status);
        Assert.Contains("Publish", editor.Page.TextOf(".strip button, .strip a"), StringComparison.Ordinal);
        Assert.Contains("Somebody else", (await editor.OpenAsync("/newsroom/articles")).TextOf("tbody"), StringComparison.Ordinal);
    }

    private static async Task<Answer> PostAsync(Account.Visitor visitor, string path, params (string Name, string Value)[] fields)
    {
        var token = visitor.Page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var values = fields.Prepend(("__RequestVerificationToken", token)).ToDictionary(field => field.Item1, field => field.Item2);
        using var content = new FormUrlEncodedContent(values);
        return await visitor.SendAsync(HttpMethod.Post, path, content);
    }

    public sealed class OnSqlite() : WritingRightsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : WritingRightsTests(DatabaseEngine.Postgres);
}
