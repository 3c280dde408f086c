using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Newsroom.Publishing;

public abstract class PublishingDeskTests(DatabaseEngine engine) : PublishingTest(engine)
{
    [Fact]
    public async Task Publishing_shows_the_working_copy_and_leaves_a_trail()
    {
        var id = await DraftAsync("Trams", "First");
        Assert.Null(await ReadAsync(id));

        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        Assert.Equal("First", await ReadAsync(id));

        await RewriteAsync(id, "Trams", "Second");
        Clock.Advance(TimeSpan.FromHours(1));
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.MinorEdit, cancel: Cancel));
        Assert.Equal(("Second", null), (await ReadAsync(id), (await FindAsync(id)).UpdatedAt));

        await RewriteAsync(id, "Trams", "Third");
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        Assert.Equal(("Third", (DateTimeOffset?)Clock.Now), (await ReadAsync(id), (await FindAsync(id)).UpdatedAt));
        Assert.Equal("publish, minor edit, update", await TrailAsync(id));
    }

    [Fact]
    public async Task What_cannot_be_published_is_refused_with_the_reason_and_stays_as_it_is()
    {
        await RefusedAsync(PublishingProblem.NoArticle, New<PublishingDesk>().PublishAsync(Order(42), Publication.Update, cancel: Cancel));

        var untitled = await DraftAsync(" ");
        await RefusedAsync(PublishingProblem.NoTitle, New<PublishingDesk>().PublishAsync(Order(untitled), Publication.Update, cancel: Cancel));
        Assert.Null(await ReadAsync(untitled));

        var published = await PublishedAsync("Trams");
        await RefusedAsync(PublishingProblem.NothingWritten, New<PublishingDesk>().PublishAsync(Order(published), Publication.Update, cancel: Cancel));
        Assert.Equal("publish", await TrailAsync(published));
    }

    [Fact]
    public async Task What_was_changed_since_it_was_seen_is_not_published_unseen()
    {
        var id = await DraftAsync("Trams", "First");
        var seen = Order(id) with { SeenVersion = (await FindAsync(id)).Version, SeenRevision = (await New<WritingDesk>().OpenAsync(id, Cancel))!.Revision };
        await RewriteAsync(id, "Trams", "Second");

        await RefusedAsync(PublishingProblem.ChangedMeanwhile, New<PublishingDesk>().PublishAsync(seen, Publication.Update, cancel: Cancel));
        Assert.Null(await ReadAsync(id));
    }

    [Fact]
    public async Task Under_embargo_nothing_shows_before_its_end_whatever_is_pressed()
    {
        var id = await DraftAsync("Report");
        var until = Clock.Now.AddHours(2);
        await DoneAsync(New<PublishingDesk>().EmbargoAsync(Order(id), until, Cancel));

        var answer = await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        Assert.Equal(until, answer.PlannedFor);
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(1), Publication.Update, Cancel));
        Assert.Equal(until, (await FindAsync(id)).ScheduledFor);
        await Assert.ThrowsAsync<InvalidOperationException>(() => New<WritingDesk>().PublishAsync(id, Publication.Update, An, Cancel));

        await PassAsync(TimeSpan.FromHours(1.9));
        Assert.Null(await ReadAsync(id));
        await PassAsync(TimeSpan.FromHours(0.1));
        Assert.Equal("Words", await ReadAsync(id));
        Assert.Equal("embargo, schedule, schedule, publish as planned", await TrailAsync(id));
    }

    [Fact]
    public async Task What_waits_for_the_embargo_moves_with_it_and_never_falls_before_it()
    {
        var id = await DraftAsync("Report");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(id), Clock.Now.AddHours(3), Publication.Update, Cancel));
        await DoneAsync(New<PublishingDesk>().EmbargoAsync(Order(id), Clock.Now.AddHours(2), Cancel));
        Assert.Equal(Clock.Now.AddHours(3), (await FindAsync(id)).ScheduledFor);
        await DoneAsync(New<PublishingDesk>().EmbargoAsync(Order(id), Clock.Now.AddHours(5), Cancel));
        Assert.Equal(Clock.Now.AddHours(5), (await FindAsync(id)).ScheduledFor);
        await DoneAsync(New<PublishingDesk>().EmbargoAsync(Order(id), Clock.Now.AddHours(4), Cancel));
        Assert.Equal(Clock.Now.AddHours(4), (await FindAsync(id)).ScheduledFor);

        await DoneAsync(New<PublishingDesk>().EmbargoAsync(Order(id), null, Cancel));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Null(await ReadAsync(id));
        await RefusedAsync(PublishingProblem.AlreadyPublic, New<PublishingDesk>().EmbargoAsync(Order(await PublishedAsync("Trams")), Clock.Now.AddHours(1), Cancel));
    }

    [Fact]
    public async Task Taken_back_an_article_is_gone_or_leads_to_an_address_that_readers_can_open()
    {
        var id = await PublishedAsync("Trams");
        var other = await PublishedAsync("Buses");
        var draft = await DraftAsync("Boats");

        await RefusedAsync(PublishingProblem.OwnAddress, New<PublishingDesk>().UnpublishAsync(Order(id), $"/news/city/{id}/trams", Cancel));
        await RefusedAsync(PublishingProblem.TargetNotPublic, New<PublishingDesk>().UnpublishAsync(Order(id), $"/nl/news/city/{draft}/boats", Cancel));
        await DoneAsync(New<PublishingDesk>().UnpublishAsync(Order(id), cancel: Cancel));
        Assert.Equal("gone", await ReadAsync(id));
        await DoneAsync(New<PublishingDesk>().MoveAsync(Order(id), $"/news/city/{other}/buses", Cancel));
        Assert.Equal($"gone/news/city/{other}/buses", await ReadAsync(id));

        // The other cannot lead back.
        await RefusedAsync(PublishingProblem.TargetNotPublic, New<PublishingDesk>().UnpublishAsync(Order(other), $"/news/city/{id}/trams", Cancel));
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        Assert.Equal("Words", await ReadAsync(id));
        Assert.Equal("publish, unpublish, move, publish", await TrailAsync(id));
    }

    [Fact]
    public async Task Corrections_are_told_to_readers_with_their_date_and_kept_when_taken_back()
    {
        var id = await PublishedAsync("Trams", "1,200 trees");
        await RewriteAsync(id, "Trams", "120 trees");
        Clock.Advance(TimeSpan.FromHours(1));
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, " There are 120 trees. ", Cancel));
        Clock.Advance(TimeSpan.FromHours(1));
        await DoneAsync(New<PublishingDesk>().CorrectAsync(Order(id), "The mayor was not there.", Cancel));
        await RefusedAsync(PublishingProblem.EmptyCorrection, New<PublishingDesk>().CorrectAsync(Order(id), "  ", Cancel));
        await RefusedAsync(PublishingProblem.NotPublic, New<PublishingDesk>().CorrectAsync(Order(await DraftAsync("Boats")), "Wrong", Cancel));

        var shown = (await New<ArticleReader>().FindAsync(id, Cancel)).Article!;
        Assert.Equal([("There are 120 trees.", Clock.Now.AddHours(-1), 2, "An"), ("The mayor was not there.", Clock.Now, 2, "An")],
            shown.Corrections.Select(correction => (correction.Text, correction.At, correction.Number, correction.ByName)));
        Assert.Equal(Clock.Now, shown.UpdatedAt);

        await DoneAsync(New<PublishingDesk>().TakeBackCorrectionAsync(Order(id), 0, Cancel));
        Assert.Equal("The mayor was not there.", Assert.Single((await New<ArticleReader>().FindAsync(id, Cancel)).Article!.Corrections).Text);
        Assert.Equal([Clock.Now, null], (await FindAsync(id)).Corrections.Select(correction => correction.TakenBackAt));
        Assert.Equal("publish, correct, update, correct, take back correction", await TrailAsync(id));
    }

    public sealed class OnSqlite() : PublishingDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PublishingDeskTests(DatabaseEngine.Postgres);
}
