using System.Globalization;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class FrontTests(DatabaseEngine engine) : AccountTest(engine)
{
    private static readonly Editor Bo = new(2, "Bo");

    [Fact]
    public async Task A_chief_arranges_looks_and_shows_without_script()
    {
        var ids = await FillAsync();
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/front");
        Assert.Equal("Piece 0", chief.Page.Page.QuerySelector("[data-slot=pool] .board-title")!.TextContent);

        await chief.SendAsync("handler=Place", ("article", Text(ids[8])), ("place", "lead"), ("number", "1"));
        Assert.Equal("Piece 8", chief.Page.TextOf("[data-slot=lead] .board-title"));
        Assert.Equal("Piece 0", Lead(await Site.ReadAsync("/")));
        var preview = await chief.OpenAsync("/newsroom/front/preview/page");
        Assert.Equal("Piece 8", Lead(preview));

        await chief.OpenAsync("/newsroom/front");
        await chief.SendAsync("handler=Show");
        Assert.Contains("Readers see this front page from now on.", chief.Page.TextOf("main .notice"), StringComparison.Ordinal);
        await Site.FollowAsync();
        var shown = await Site.ReadAsync("/");
        Assert.Equal("Piece 8", Lead(shown));
        Assert.Equal(shown.Page.QuerySelector("main")!.InnerHtml, preview.Page.QuerySelector("main")!.InnerHtml);
        Assert.Contains("ChiefEditor: show Front page en", await TrailAsync());
    }

    [Fact]
    public async Task Of_two_chiefs_the_second_is_told_and_what_he_did_is_not_shown()
    {
        var ids = await FillAsync();
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/front");
        await New<ArrangementDesk>().ArrangeAsync(Language.English, 0, new Dictionary<string, IReadOnlyList<long>> { [FrontPlaces.Lead] = [ids[3]] }, Bo, Cancel);

        await chief.SendAsync("handler=Show");

        Assert.Equal(409, chief.Page.Status);
        Assert.Contains("Bo has arranged this front page meanwhile.", chief.Page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("Piece 3", chief.Page.TextOf("[data-slot=lead] .board-title"));
        Assert.Empty(await New<ArrangementDesk>().ListAsync(Language.English, 5, Cancel));
    }

    [Fact]
    public async Task A_planned_page_is_named_for_its_moment_and_can_be_taken_back()
    {
        var ids = await FillAsync();
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/front");
        await chief.SendAsync("handler=Place", ("article", Text(ids[8])), ("place", "top"), ("number", "1"));

        await chief.SendAsync("handler=Schedule", ("Day", "2020-01-01"), ("Time", "10:00"));
        Assert.Equal((422, "This moment is over. Give one that is to come."), (chief.Page.Status, chief.Page.TextOf("main .notice p")));
        var tomorrow = DateOnly.FromDateTime(Clock.Now.AddDays(1).UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await chief.SendAsync("handler=Schedule", ("Day", tomorrow), ("Time", "10:00"));
        Assert.Equal(200, chief.Page.Status);
        Assert.Equal("Planned", chief.Page.TextOf("table .badge"));

        await chief.SendAsync("handler=Cancel");
        Assert.Empty(await New<ArrangementDesk>().ListAsync(Language.English, 5, Cancel));
    }

    [Fact]
    public async Task The_board_is_saved_step_by_step_and_a_late_step_is_told()
    {
        var ids = await FillAsync();
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/front");

        var saved = await PutAsync(chief, "/newsroom/front/en", $$$"""{"revision":0,"slots":{"pool":[{{{ids[1]}}}],"lead":[{{{ids[4]}}}],"top":[{{{ids[5]}}},{{{ids[4]}}},999999],"nowhere":[1]}}""");
        var late = await PutAsync(chief, "/newsroom/front/en", """{"revision":0,"slots":{"lead":[]}}""");

        Assert.Equal((200, """{"revision":1}"""), (saved.Status, saved.Text));
        Assert.Equal((409, "application/problem+json"), (late.Status, late.MediaType));
        var draft = await New<ArrangementDesk>().OpenAsync(Language.English, Cancel);
        Assert.Equal([ids[5]], draft.Places[FrontPlaces.Top].Select(placed => placed.Article));
        Assert.Equal(404, (await PutAsync(chief, "/newsroom/front/de", """{"revision":0,"slots":{}}""")).Status);
        Assert.Equal(400, (await PutAsync(chief, "/newsroom/front/en", """{"revision":"x"}""")).Status);
        Assert.Equal(400, (await chief.AskAsync(HttpMethod.Put, "/newsroom/front/en")).Status);
    }

    [Fact]
    public async Task Sections_are_ordered_and_put_into_each_other_on_a_board()
    {
        await FillAsync();
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/sections/order");
        var board = chief.Page.Page.QuerySelector("[data-board]")!;
        var (revision, cards) = (board.GetAttribute("data-revision"), chief.Page.Page.QuerySelectorAll("[data-card]").Select(card => card.GetAttribute("data-card")).ToList());

        var saved = await PutAsync(chief, "/newsroom/sections/order", $$$"""{"revision":{{{revision}}},"slots":{"0":[{{{cards[1]}}}],"{{{cards[1]}}}":[{{{cards[0]}}}]}}""");

        Assert.Equal(200, saved.Status);
        await Site.FollowAsync();
        Assert.Equal("culture", (await Site.ReadAsync("/latest")).TextOf("nav.sections li:first-child"));
        Assert.Equal(409, (await PutAsync(chief, "/newsroom/sections/order", $$$"""{"revision":{{{revision}}},"slots":{"0":[{{{cards[1]}}}]}}""")).Status);
    }

    [Theory]
    [InlineData(Role.Editor)]
    [InlineData(Role.Contributor)]
    [InlineData(Role.JobsDesk)]
    public async Task Nobody_else_sees_or_changes_it(Role role)
    {
        var visitor = await SignedInAsync(role);
        foreach (var path in new[] { "/newsroom/front", "/newsroom/front/preview/page", "/newsroom/sections", "/newsroom/tags", "/newsroom/redirects", "/newsroom/menus", "/newsroom/settings", "/newsroom/pages", "/newsroom/authors" })
            Assert.Equal(403, (await visitor.AskAsync(HttpMethod.Get, path)).Status);
        Assert.Equal(403, (await visitor.AskAsync(HttpMethod.Put, "/newsroom/front/en", ("Accept", "application/json"))).Status);
        Assert.Equal(403, (await visitor.AskAsync(HttpMethod.Post, "/newsroom/front?handler=Show")).Status);
    }

    private async Task<IReadOnlyList<long>> FillAsync() => await Paper.AddAsync(Enumerable.Range(0, 12).Select(number => new Piece($"Piece {number}")
    {
        Section = number % 3 == 0 ? "city" : "culture",
        PublishedAt = Clock.Now.AddMinutes(-number),
    }), Cancel);

    private static Task<Answer> PutAsync(Visitor visitor, string path, string json) =>
        visitor.SendAsync(HttpMethod.Put, path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));

    private static string Lead(Answer page) => page.TextOf(".front-lead > .teaser--lead .teaser-title, .front-lead h2").Split('\n')[0];

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    public sealed class OnSqlite() : FrontTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : FrontTests(DatabaseEngine.Postgres);
}
