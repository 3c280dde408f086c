using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Reviews;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Newsroom.Reviews;

public abstract class ReviewDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");
    private static readonly Editor Bo = new(2, "Bo");
    private static readonly Writer Writer = new(new Mailbox("an@news.example", "An"), Language.Dutch, "https://news.example/nl/newsroom/articles/1");

    [Fact]
    public async Task An_article_goes_to_the_editors_and_back_with_a_word_and_a_mail_in_the_writers_language()
    {
        var id = await Paper.AddAsync(new Piece("Trams\n& trains") { State = ArticleState.Draft }, Cancel);

        Assert.Equal(Handover.Done, await New<ReviewDesk>().HandInAsync(id, An, Cancel));
        Assert.Empty(await MailsAsync());
        Assert.Equal(Handover.Done, await New<ReviewDesk>().SendBackAsync(id, " Who says <b>so</b>?\r\nAsk them. ", Bo, Writer, Cancel));

        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.Equal((WorkStage.Draft, "Who says <b>so</b>?\nAsk them.", "Bo"), (copy.Stage, copy.StageNote, copy.StageByName));
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(("an@news.example", "Teruggestuurd: Trams & trains"), (mail.ToAddress, mail.Subject));
        Assert.Contains("Who says <b>so</b>?\nAsk them.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Who says &lt;b&gt;so&lt;/b&gt;?", mail.Html, StringComparison.Ordinal);
        Assert.Contains(Writer.Link, mail.Text, StringComparison.Ordinal);

        await New<ReviewDesk>().HandInAsync(id, An, Cancel);
        Assert.Equal("", (await New<WritingDesk>().OpenAsync(id, Cancel))!.StageNote);
    }

    [Fact]
    public async Task Nothing_goes_back_without_a_word_why()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        await New<ReviewDesk>().HandInAsync(id, An, Cancel);

        foreach (var word in new[] { null, "", " \n ", "\0", new string('x', ReviewDesk.MaxWord + 1) })
            Assert.Equal(Handover.NoWord, await New<ReviewDesk>().SendBackAsync(id, word, Bo, Writer, Cancel));

        Assert.Equal(WorkStage.InReview, (await New<WritingDesk>().OpenAsync(id, Cancel))!.Stage);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task A_step_begins_only_where_it_can()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        Assert.Equal(Handover.NotNow, await New<ReviewDesk>().SendBackAsync(id, "Why?", Bo, Writer, Cancel));
        await New<ReviewDesk>().HandInAsync(id, An, Cancel);
        Assert.Equal(Handover.NotNow, await New<ReviewDesk>().HandInAsync(id, An, Cancel));
        Assert.Equal(Handover.Done, await New<ReviewDesk>().CallReadyAsync(id, Bo, Cancel));
        Assert.Equal(Handover.NotNow, await New<ReviewDesk>().CallReadyAsync(id, Bo, Cancel));
        Assert.Equal(Handover.Done, await New<ReviewDesk>().SendBackAsync(id, "One more thing.", Bo, null, Cancel));
        Assert.Equal(Handover.Missing, await New<ReviewDesk>().HandInAsync(4242, An, Cancel));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Of_two_editors_at_once_one_wins_and_the_other_is_told()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await Paper.AddAsync(new Piece($"Trams {round}") { State = ArticleState.Draft }, Cancel);
            // Half of them from a working copy that is there, half from one that both make.
            if (round % 2 == 0)
                await New<ReviewDesk>().HandInAsync(id, An, Cancel);
            var before = (await MailsAsync()).Count;

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() =>
                round % 2 == 0 ? New<ReviewDesk>().SendBackAsync(id, $"Word {number}", Bo, Writer, Cancel) : New<ReviewDesk>().HandInAsync(id, An, Cancel), Cancel)));

            Assert.Equal([Handover.Done, Handover.NotNow, Handover.NotNow, Handover.NotNow], outcomes.Order());
            Assert.Equal(round % 2 == 0 ? 1 : 0, (await MailsAsync()).Count - before);
        }
    }

    private async Task<IReadOnlyList<QueuedMail>> MailsAsync() => await New<NewsDb>().Set<QueuedMail>().AsNoTracking().ToListAsync(Cancel);

    public sealed class OnSqlite() : ReviewDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ReviewDeskTests(DatabaseEngine.Postgres);
}
