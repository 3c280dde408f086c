using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Versions;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Newsroom.Publishing;

public abstract class DueArticlesTests(DatabaseEngine engine) : PublishingTest(engine)
{
    [Fact]
    public async Task At_its_minute_the_working_copy_is_published_as_it_stands_then()
    {
        var id = await DraftAsync("Trams", "First");
        var at = Clock.Now.AddHours(1);
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), at, Publication.Update, Cancel));
        Assert.Equal(ArticleState.Scheduled, (await FindAsync(id)).State);
        await RewriteAsync(id, "Trams", "Second");

        await PassAsync(TimeSpan.FromMinutes(59));
        Assert.Null(await ReadAsync(id));
        await PassAsync(TimeSpan.FromSeconds(62));

        var article = await FindAsync(id);
        Assert.Equal(("Second", at, null), (await ReadAsync(id), article.PublishedAt, article.ScheduledFor));
        Assert.Equal("An", (await New<VersionHistory>().ListAsync(id, Cancel))[0].ByName);
        Assert.Equal("schedule, publish as planned", await TrailAsync(id));
    }

    [Fact]
    public async Task After_a_stop_it_is_caught_up_with_the_time_at_which_readers_got_it()
    {
        var id = await DraftAsync("Trams");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));

        await PassAsync(TimeSpan.FromHours(9));

        Assert.Equal(Clock.Now, (await FindAsync(id)).PublishedAt);
    }

    [Fact]
    public async Task An_article_that_readers_have_is_updated_at_its_time()
    {
        var id = await PublishedAsync("Trams", "First");
        await RewriteAsync(id, "Trams", "Second");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.MinorEdit, Cancel));
        Assert.Equal((ArticleState.Published, "First"), ((await FindAsync(id)).State, await ReadAsync(id)));

        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(("Second", null), (await ReadAsync(id), (await FindAsync(id)).UpdatedAt));
    }

    [Fact]
    public async Task It_is_taken_from_readers_at_its_end_and_leads_where_it_was_to()
    {
        var id = await PublishedAsync("Trams");
        var other = await PublishedAsync("Buses");
        await RefusedAsync(PublishingProblem.TimePassed, New<PublishingDesk>().EndAsync(Order(id), Clock.Now, cancel: Cancel));
        await DoneAsync(New<PublishingDesk>().EndAsync(Order(id), Clock.Now.AddHours(1), $"/news/city/{other}/buses", Cancel));
        await DoneAsync(New<PublishingDesk>().EndAsync(Order(other), Clock.Now.AddHours(2), "/latest", Cancel));

        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal($"gone/news/city/{other}/buses", await ReadAsync(id));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("gone/latest", await ReadAsync(other));
        Assert.Equal("publish, plan end, unpublish as planned", await TrailAsync(id));
    }

    [Fact]
    public async Task Where_it_was_to_lead_may_be_gone_by_then()
    {
        var id = await PublishedAsync("Trams");
        var other = await PublishedAsync("Buses");
        await DoneAsync(New<PublishingDesk>().EndAsync(Order(id), Clock.Now.AddHours(1), $"/news/city/{other}/buses", Cancel));
        await DoneAsync(New<PublishingDesk>().UnpublishAsync(Order(other), cancel: Cancel));

        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("gone", await ReadAsync(id));
    }

    [Fact]
    public async Task What_would_have_come_and_gone_during_a_stop_is_never_shown()
    {
        var id = await DraftAsync("Tonight only");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));
        await DoneAsync(New<PublishingDesk>().EndAsync(Order(id), Clock.Now.AddHours(2), cancel: Cancel));
        await RefusedAsync(PublishingProblem.EndsBeforeStart, New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(3), Publication.Update, Cancel));

        await PassAsync(TimeSpan.FromHours(4));

        Assert.Null(await ReadAsync(id));
        Assert.Equal((ArticleState.Draft, PublishingProblem.MissedWholly), ((await FindAsync(id)).State, (await FindAsync(id)).PlanProblem));
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("Words", await ReadAsync(id));
    }

    [Fact]
    public async Task What_cannot_be_published_by_then_says_so_and_holds_up_no_other()
    {
        var broken = await DraftAsync("Trams");
        var sound = await DraftAsync("Buses");
        foreach (var id in new[] { broken, sound })
            await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));
        await RewriteAsync(broken, "", "Words");

        await PassAsync(TimeSpan.FromHours(1));

        Assert.Null(await ReadAsync(broken));
        Assert.Equal((ArticleState.Draft, PublishingProblem.NoTitle), ((await FindAsync(broken)).State, (await FindAsync(broken)).PlanProblem));
        Assert.Equal("schedule, could not publish as planned", await TrailAsync(broken));
        Assert.Equal("Words", await ReadAsync(sound));
    }

    [Fact]
    public async Task A_plan_that_was_dropped_is_not_carried_out()
    {
        var id = await DraftAsync("Trams");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));
        await DoneAsync(New<PublishingDesk>().UnscheduleAsync(Order(id), Cancel));

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Equal((null, ArticleState.Draft), (await ReadAsync(id), (await FindAsync(id)).State));
    }

    [Fact]
    public async Task Two_nodes_that_do_it_at_once_publish_it_once()
    {
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
            ids.Add(await DraftAsync($"Trams {i}"));
        foreach (var id in ids)
            await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));
        Clock.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => New<DueArticles>().CarryOutAsync(Cancel)));

        foreach (var id in ids)
            Assert.Equal(("schedule, publish as planned", 1), (await TrailAsync(id), (await New<VersionHistory>().ListAsync(id, Cancel)).Count));
    }

    public sealed class OnSqlite() : DueArticlesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : DueArticlesTests(DatabaseEngine.Postgres);
}
