using AngleSharp.Html.Dom;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class PublishTests(DatabaseEngine engine) : AccountTest(engine)
{
    private static readonly Editor An = new(1, "An");

    [Fact]
    public async Task From_the_editor_page_one_press_more_and_readers_see_it_everywhere()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft, Tags = ["rails"] }, Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"/newsroom/articles/{id}");
        // Where no script runs, what was typed into the fields is saved on the way.
        await editor.SendAsync(Button(editor, "handler=Publish"), ("Standfirst", "Slowly."));
        Assert.Equal("Publish “Trams”", editor.Page.Title);
        Assert.Equal(404, (await Site.GetAsync($"/news/city/{id}/trams")).Status);

        await editor.SendAsync("handler=Publish", ("As", "Update"));
        Assert.Equal("Published. Readers see it now.", editor.Page.TextOf(".notice--good"));
        await Site.FollowAsync();

        Assert.Equal("Slowly.", (await Site.ReadAsync($"/news/city/{id}/trams")).TextOf(".story-standfirst"));
        foreach (var path in new[] { "/", "/news/city", "/latest", "/tags/rails", "/feed.xml", "/news/city/atom.xml", "/feed.json", "/sitemap-news.xml", "/sitemap-articles-0.xml", "/api/v1/articles" })
            Assert.Contains($"/news/city/{id}/trams", (await Site.ReadAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("Editor: publish Trams", await TrailAsync());
    }

    [Fact]
    public async Task A_time_is_planned_by_the_clocks_of_Brussels()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        var editor = await SignedInAsync(Role.Editor);

        await PlanAsync(editor, id, "2026-11-18", "18:00");
        Assert.Contains("It will be published on Wednesday 18 November, 18:00.", editor.Page.TextOf(".notice--good"), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 17, 0, 0, TimeSpan.Zero), (await FindAsync(id)).ScheduledFor);

        // The clocks jump from 2:00 to 3:00.
        await PlanAsync(editor, id, "2027-03-28", "02:30");
        Assert.Equal((422, "In that night the clocks go forward: 02:30 does not exist. The next time is 03:00."), (editor.Page.Status, editor.Page.TextOf("#plan-error")));
        Assert.Equal("02:30", editor.Page.Page.QuerySelector("#plan-time")!.GetAttribute("value"));

        // They show 2:30 twice.
        await PlanAsync(editor, id, "2027-10-31", "02:30");
        Assert.Equal((422, "In that night the clocks go back: 02:30 comes twice. Say which."), (editor.Page.Status, editor.Page.TextOf("#plan-error")));
        await editor.SendAsync("handler=Schedule", ("Plan.Which", "second"));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), (await FindAsync(id)).ScheduledFor);
        Assert.Equal("second", ((IHtmlSelectElement)editor.Page.Page.QuerySelector("#plan-which")!).Value);

        await PlanAsync(editor, id, "2026-11-18", "09:59");
        Assert.Equal("This time has passed. Choose a later one.", editor.Page.TextOf("#plan-error"));
        await PlanAsync(editor, id, "tomorrow", "");
        Assert.Equal("Give a date and a time, such as 18:00.", editor.Page.TextOf("#plan-error"));
        await editor.SendAsync("handler=Unschedule");
        Assert.Null((await FindAsync(id)).ScheduledFor);
    }

    [Fact]
    public async Task Under_embargo_no_page_feed_preview_or_answer_of_the_API_shows_anything()
    {
        var id = await Paper.AddAsync(new Piece("Ombudsman") { State = ArticleState.Draft, Tags = ["report"] }, Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"/newsroom/articles/{id}/preview");
        await editor.SendAsync("handler=MakeLink");
        var preview = new Uri(editor.Page.Page.QuerySelector("#preview-link")!.GetAttribute("value")!).AbsolutePath;
        await OpenAsync(editor, id);
        await editor.SendAsync("handler=Embargo", ("Embargo.Date", "2026-11-18"), ("Embargo.Time", "12:00"));
        Assert.Contains("Under embargo until Wednesday 18 November, 12:00.", editor.Page.TextOf(".notice--warn"), StringComparison.Ordinal);

        await editor.SendAsync("handler=Publish", ("As", "Update"));
        Assert.Equal("Under embargo: it will be published when the embargo ends, Wednesday 18 November, 12:00.", editor.Page.TextOf(".notice--good"));
        await Site.PassAsync(TimeSpan.FromHours(2) - TimeSpan.FromMinutes(1));
        await DueAsync();
        await Site.FollowAsync();
        foreach (var path in new[] { $"/news/city/{id}/ombudsman", preview, $"/api/v1/articles/{id}" })
            Assert.Contains((await Site.GetAsync(path)).Status, (int[])[403, 404]);
        foreach (var path in new[] { "/", "/latest", "/news/city", "/feed.xml", "/feed.json", "/sitemap-news.xml", "/api/v1/articles", "/search?q=ombudsman", preview })
            Assert.DoesNotContain($"/news/city/{id}", (await Site.GetAsync(path)).Text, StringComparison.Ordinal);

        await Site.PassAsync(TimeSpan.FromMinutes(1));
        await DueAsync();
        await Site.FollowAsync();
        Assert.Equal("Ombudsman", (await Site.ReadAsync($"/news/city/{id}/ombudsman")).Title);
    }

    [Fact]
    public async Task Taken_back_it_is_gone_or_leads_to_a_page_of_ours_and_to_no_other()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await OpenAsync(editor, id);

        foreach (var foreign in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "/newsroom/articles" })
        {
            await editor.SendAsync(Button(editor, "handler=Unpublish"), ("MovedTo", foreign));
            Assert.Equal((422, foreign), (editor.Page.Status, editor.Page.Page.QuerySelector("#moved-to")!.GetAttribute("value")));
        }
        await editor.SendAsync(Button(editor, "handler=Unpublish"), ("MovedTo", ""));
        await Site.FollowAsync();
        Assert.Equal(410, (await Site.GetAsync($"/news/city/{id}/trams")).Status);

        await editor.SendAsync(Button(editor, "handler=Move"), ("MovedTo", "https://news.example/news/city"));
        await Site.FollowAsync();
        var moved = await Site.GetAsync($"/news/city/{id}/trams");
        Assert.Equal((301, "/news/city", "no-cache"), (moved.Status, moved.Location, moved["Cache-Control"]));
    }

    [Fact]
    public async Task A_correction_stands_on_the_page_with_its_date_and_in_what_machines_read()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await OpenAsync(editor, id);
        await editor.SendAsync("handler=Correct", ("Correction", "There are 120 <b>trees</b>."));
        await Site.FollowAsync();

        var page = await Site.ReadAsync($"/news/city/{id}/trams");
        Assert.Equal("There are 120 <b>trees</b>.", page.TextOf(".corrections p").Replace(page.TextOf(".corrections time"), "", StringComparison.Ordinal).Trim());
        Assert.Equal("2026-11-18T09:00:00Z", page.Page.QuerySelector(".corrections time")!.GetAttribute("datetime"));
        Assert.Contains("\"correction\":[{\"@type\":\"CorrectionComment\"", page.Text, StringComparison.Ordinal);

        await editor.SendAsync("handler=TakeBack");
        await Site.FollowAsync();
        Assert.Equal("", (await Site.ReadAsync($"/news/city/{id}/trams")).TextOf(".corrections"));
        Assert.Contains("taken back on", editor.Page.TextOf(".remark--done"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_the_page_was_opened_is_not_published_unseen_and_nothing_typed_is_lost()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        await RewriteAsync(id, "Trams", "Second");
        var editor = await SignedInAsync(Role.Editor);
        await OpenAsync(editor, id);
        await RewriteAsync(id, "Trams", "Third");

        await editor.SendAsync("handler=Publish", ("As", "Update"), ("Correction", "What was wrong"));
        Assert.Equal(409, editor.Page.Status);
        Assert.Contains("Somebody changed this article", editor.Page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("What was wrong", editor.Page.TextOf("#now-correction"));

        await editor.SendAsync("handler=Publish", ("As", "Update"));
        Assert.Equal("Published. Readers see it now.", editor.Page.TextOf(".notice--good"));
    }

    [Fact]
    public async Task The_address_of_a_published_article_leads_on_when_headline_or_section_change()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var other = await Paper.AddSectionAsync("transport", null, Cancel);
        await RewriteAsync(id, "Trams", "Second", other, "slow-trams");
        await New<WritingDesk>().PublishAsync(id, Publication.Update, An, Cancel);
        await Site.FollowAsync();

        Assert.Equal((301, $"/news/transport/{id}/slow-trams"), await MovedAsync($"/news/city/{id}/trams"));
        Assert.Equal((301, $"/news/transport/{id}/slow-trams"), await MovedAsync($"/news/transport/{id}/trams"));
        Assert.Equal((301, $"/news/transport/{id}/slow-trams"), await MovedAsync($"/news/city/{id}/slow-trams"));
    }

    [Fact]
    public async Task The_calendar_shows_what_comes_on_its_day()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await PlanAsync(editor, id, "2026-12-01", "00:30");
        await editor.SendAsync("handler=End", ("End.Date", "2026-12-24"), ("End.Time", "18:00"));

        var december = await editor.OpenAsync("/newsroom/calendar?month=2026-12");
        Assert.Equal("December 2026", december.Title);
        var items = december.Page.QuerySelectorAll(".month-items li").Select(item => (Day: item.Closest("td")!.QuerySelector(".month-day")!.TextContent, Text: string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal([("1", "00:30 Trams"), ("24", "18:00 Unpublish: Trams")], items);
        // The same instant is 30 November in UTC; November's table shows 1 December in its last week.
        Assert.Equal("1", (await editor.OpenAsync("/newsroom/calendar")).Page.QuerySelector("td:has(li) .month-day")!.TextContent);
        Assert.Equal(200, (await editor.OpenAsync("/newsroom/calendar?month=x")).Status);
    }

    private static async Task OpenAsync(Visitor editor, long id) =>
        Assert.Equal(200, (await editor.OpenAsync($"/newsroom/articles/{id}/publish")).Status);

    private static async Task PlanAsync(Visitor editor, long id, string date, string time)
    {
        await OpenAsync(editor, id);
        await editor.SendAsync("handler=Schedule", ("Plan.Date", date), ("Plan.Time", time));
    }

    /// <summary>The form of a button, sent to where the button sends it.</summary>
    private static IHtmlFormElement Button(Visitor visitor, string action)
    {
        var button = visitor.Page.Page.QuerySelector($"main [formaction*='{action}']") ?? throw new InvalidOperationException($"{visitor.Path} has no button '{action}'");
        var form = (IHtmlFormElement)button.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        return form;
    }

    /// <summary>What the recurring task does.</summary>
    private Task DueAsync() => New<DueArticles>().CarryOutAsync(Cancel);

    private async Task<Article> FindAsync(long id) => (await New<EditorialDesk>().FindAsync(id, Cancel))!;

    private async Task<(int, string?)> MovedAsync(string path)
    {
        var answer = await Site.GetAsync(path);
        return (answer.Status, answer.Location);
    }

    private async Task RewriteAsync(long id, string title, string words, long? section = null, string slug = "")
    {
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        var content = copy.Content with
        {
            Text = copy.Content.Text with { Title = title, Body = BlockDocument.Of([Block.Paragraph(words)]) },
            SectionId = section ?? copy.SectionId,
            Slug = slug.Length > 0 ? slug : copy.Slug,
        };
        Assert.False((await New<WritingDesk>().SaveAsync(id, copy.Revision, content, An, Cancel))!.IsConflict);
    }

    public sealed class OnSqlite() : PublishTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PublishTests(DatabaseEngine.Postgres);
}
