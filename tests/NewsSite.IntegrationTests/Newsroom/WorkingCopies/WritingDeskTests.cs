using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Versions;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.WorkingCopies;

public abstract class WritingDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");
    private static readonly Editor Bo = new(2, "Bo");

    [Fact]
    public async Task Readers_see_nothing_of_an_article_until_it_is_published()
    {
        var copy = await New<WritingDesk>().StartAsync(Language.English, await ContentAsync("Trams", "Words"), An, Cancel);
        Assert.Null((await New<ArticleReader>().FindAsync(copy.ArticleId, Cancel)).Article);

        await New<WritingDesk>().PublishAsync(copy.ArticleId, Publication.Update, An, Cancel);

        var article = (await New<ArticleReader>().FindAsync(copy.ArticleId, Cancel)).Article!;
        Assert.Equal(("Trams", "trams", "Words", (DateTimeOffset?)null), (article.Card.Title, article.Card.Slug, article.Body.PlainText(), article.UpdatedAt));
        Assert.Equal("An", Assert.Single(await New<VersionHistory>().ListAsync(copy.ArticleId, Cancel)).ByName);
    }

    [Fact]
    public async Task A_save_never_overwrites_a_newer_one()
    {
        var id = (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync("Trams", "First"), An, Cancel)).ArticleId;
        var opened = (await New<WritingDesk>().OpenAsync(id, Cancel))!.Revision;

        var theirs = await New<WritingDesk>().SaveAsync(id, opened, await ContentAsync("Trams", "Bo's words"), Bo, Cancel);
        var mine = await New<WritingDesk>().SaveAsync(id, opened, await ContentAsync("Trams", "An's words"), An, Cancel);

        Assert.False(theirs!.IsConflict);
        Assert.True(mine!.IsConflict);
        Assert.Equal(("Bo's words", "Bo"), (mine.Copy.Body.PlainText(), mine.Copy.SavedByName));
        Assert.Equal("Bo's words", (await New<WritingDesk>().OpenAsync(id, Cancel))!.Body.PlainText());
    }

    [Fact]
    public async Task An_update_moves_the_time_that_readers_see_and_a_minor_edit_does_not()
    {
        var id = await PublishedAsync("Trams", "First");
        Clock.Advance(TimeSpan.FromHours(1));
        await RewriteAsync(id, "Second", Publication.MinorEdit);
        Assert.Null((await New<ArticleReader>().FindAsync(id, Cancel)).Article!.UpdatedAt);

        Clock.Advance(TimeSpan.FromHours(1));
        await RewriteAsync(id, "Third", Publication.Update);

        var article = (await New<ArticleReader>().FindAsync(id, Cancel)).Article!;
        Assert.Equal((Clock.Now, "Third"), (article.UpdatedAt!.Value, article.Body.PlainText()));
    }

    [Fact]
    public async Task Readers_keep_what_is_published_while_the_next_is_written_or_thrown_away()
    {
        var id = await PublishedAsync("Trams", "First");
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.Equal(("Trams", "First"), (copy.Title, copy.Body.PlainText()));
        await New<WritingDesk>().SaveAsync(id, copy.Revision, await ContentAsync("Buses", "Second"), Bo, Cancel);
        Assert.Equal("First", (await New<ArticleReader>().FindAsync(id, Cancel)).Article!.Body.PlainText());

        await New<WritingDesk>().DiscardAsync(id, Cancel);

        Assert.Equal("First", (await New<WritingDesk>().OpenAsync(id, Cancel))!.Body.PlainText());
    }

    [Fact]
    public async Task Handing_in_and_sending_back_carry_a_word()
    {
        var id = (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync("Trams", "Words"), An, Cancel)).ArticleId;

        await New<WritingDesk>().MoveAsync(id, WorkStage.InReview, "", An, Cancel);
        await New<WritingDesk>().MoveAsync(id, WorkStage.Draft, "Who says so?", Bo, Cancel);

        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.Equal((WorkStage.Draft, "Who says so?", "Bo"), (copy.Stage, copy.StageNote, copy.SavedByName));
    }

    [Fact]
    public async Task Rolling_back_writes_what_was_said_into_the_working_copy_and_keeps_what_was_there()
    {
        var id = await PublishedAsync("Trams", "First");
        await RewriteAsync(id, "Second", Publication.Update);
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        await New<WritingDesk>().SaveAsync(id, copy.Revision, await ContentAsync("Trams", "Third, unpublished"), An, Cancel);

        await New<WritingDesk>().RollBackAsync(id, 1, Bo, Cancel);

        Assert.Equal("Second", (await New<ArticleReader>().FindAsync(id, Cancel)).Article!.Body.PlainText());
        Assert.Equal(("First", "Bo"), ((await New<WritingDesk>().OpenAsync(id, Cancel))!.Body.PlainText(), (await New<WritingDesk>().OpenAsync(id, Cancel))!.SavedByName));
        Assert.Equal(
            [(4, "Bo", VersionCause.RolledBack, false), (3, "An", VersionCause.Saved, false), (2, "An", VersionCause.Published, true), (1, "An", VersionCause.Published, false)],
            (await New<VersionHistory>().ListAsync(id, Cancel)).Select(line => (line.Number, line.ByName, line.Cause, line.IsPublished)));
        Assert.Equal("Third, unpublished", (await New<VersionHistory>().FindAsync(id, 3, Cancel))!.Body.PlainText());
    }

    [Fact]
    public async Task What_somebody_left_is_kept_when_somebody_else_goes_on()
    {
        var id = (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync("Trams", "First"), An, Cancel)).ArticleId;
        await New<WritingDesk>().SaveAsync(id, 1, await ContentAsync("Trams", "Second"), An, Cancel);
        Assert.Empty(await New<VersionHistory>().ListAsync(id, Cancel));

        await New<WritingDesk>().SaveAsync(id, 2, await ContentAsync("Trams", "Third"), Bo, Cancel);
        await New<WritingDesk>().SaveAsync(id, 3, await ContentAsync("Trams", "Fourth"), Bo, Cancel);

        var kept = Assert.Single(await New<VersionHistory>().ListAsync(id, Cancel));
        Assert.Equal(("An", VersionCause.Saved), (kept.ByName, kept.Cause));
        Assert.Equal("Second", (await New<VersionHistory>().FindAsync(id, 1, Cancel))!.Body.PlainText());
    }

    [Fact]
    public async Task Saying_the_same_again_is_no_conflict_for_the_one_who_said_it()
    {
        var id = (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync("Trams", "First"), An, Cancel)).ArticleId;
        var saved = await New<WritingDesk>().SaveAsync(id, 1, await ContentAsync("Trams", "Second"), An, Cancel);

        var again = await New<WritingDesk>().SaveAsync(id, 1, await ContentAsync("Trams", "Second"), An, Cancel);
        var other = await New<WritingDesk>().SaveAsync(id, 1, await ContentAsync("Trams", "Second"), Bo, Cancel);

        Assert.Equal((2, false, 2, false), (saved!.Copy.Revision, saved.IsConflict, again!.Copy.Revision, again.IsConflict));
        Assert.True(other!.IsConflict);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_written()
    {
        Assert.Null(await New<WritingDesk>().OpenAsync(42, Cancel));
        Assert.Null(await New<WritingDesk>().SaveAsync(42, 0, await ContentAsync("Trams", "Words"), An, Cancel));
        Assert.Null(await New<WritingDesk>().PublishAsync(42, Publication.Update, An, Cancel));
        Assert.Null(await New<WritingDesk>().RollBackAsync(42, 1, An, Cancel));
    }

    private async Task<long> PublishedAsync(string title, string words)
    {
        var copy = await New<WritingDesk>().StartAsync(Language.English, await ContentAsync(title, words), An, Cancel);
        await New<WritingDesk>().PublishAsync(copy.ArticleId, Publication.Update, An, Cancel);
        return copy.ArticleId;
    }

    private async Task RewriteAsync(long id, string words, Publication publication)
    {
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.False((await New<WritingDesk>().SaveAsync(id, copy.Revision, await ContentAsync("Trams", words), An, Cancel))!.IsConflict);
        await New<WritingDesk>().PublishAsync(id, publication, An, Cancel);
    }

    private async Task<ArticleContent> ContentAsync(string title, string words) => new()
    {
        Text = new ArticleText { Title = title, Body = BlockDocument.Of([Block.Paragraph(words)]) },
        SectionId = await SectionAsync(),
    };

    private async Task<long> SectionAsync()
    {
        var db = New<NewsDb>();
        if (await db.Set<Section>().FirstOrDefaultAsync(Cancel) is { } known)
            return known.Id;
        var section = new Section { Slug = "city", Name = new LocalizedText(Language.English, "City") };
        db.Add(section);
        await db.SaveAsync(Cancel);
        return section.Id;
    }

    public sealed class OnSqlite() : WritingDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : WritingDeskTests(DatabaseEngine.Postgres);
}
