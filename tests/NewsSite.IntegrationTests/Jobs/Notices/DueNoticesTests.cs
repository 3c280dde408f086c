using Microsoft.EntityFrameworkCore;
using NewsSite.IntegrationTests.Jobs.Orders;
using NewsSite.Jobs.Notices;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Jobs.Notices;

public abstract class DueNoticesTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task Three_days_before_it_closes_the_employer_is_told_once_and_again_where_it_was_renewed()
    {
        var id = await OrderedAsync("Skipper", TimeSpan.FromDays(10));
        await WriteAsync();
        Assert.Empty(await Paper.MailsAsync(Cancel));

        Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await WriteAsync();
        await WriteAsync();
        Assert.Equal(["Sluit binnenkort: Skipper"], await Paper.MailsAsync(Cancel));
        Assert.Contains("28 november 2026", (await New<NewsDb>().Set<QueuedMail>().SingleAsync(Cancel)).Text, StringComparison.Ordinal);

        var db = New<NewsDb>();
        (await db.Set<NewsSite.Jobs.Postings.Posting>().SingleAsync(posting => posting.Id == id, Cancel)).ClosesAt = Clock.Now.AddDays(5);
        await db.SaveAsync(Cancel);
        Clock.Advance(TimeSpan.FromDays(3));
        await WriteAsync();
        Assert.Equal(2, (await Paper.MailsAsync(Cancel)).Count);
    }

    [Fact]
    public async Task When_it_has_closed_the_employer_gets_its_figures_however_it_closed()
    {
        var ended = await OrderedAsync("Skipper", TimeSpan.FromHours(20));
        var closed = await OrderedAsync("Deckhand", null);
        await Paper.AddAsync(new Job("Imported") { ClosesAt = Clock.Now.AddHours(20) }, Cancel);
        var db = New<NewsDb>();
        db.Add(new Figure { Kind = "posting", ThingId = ended, Day = new DateOnly(2026, 11, 18), Act = "view", Times = 1234 });
        db.Add(new Figure { Kind = "posting", ThingId = ended, Day = new DateOnly(2026, 11, 19), Act = "apply", Times = 7 });
        await db.SaveAsync(Cancel);
        await Paper.CloseAsync(closed, Cancel);
        Clock.Advance(TimeSpan.FromHours(20) + TimeSpan.FromMinutes(6));
        await WriteAsync();
        await WriteAsync();

        Assert.Equal(["Gesloten: Deckhand", "Gesloten: Skipper"], (await Paper.MailsAsync(Cancel)).Order(StringComparer.Ordinal));
        var mail = await New<NewsDb>().Set<QueuedMail>().SingleAsync(mail => mail.Subject == "Gesloten: Skipper", Cancel);
        Assert.Contains("Bekeken: 1.234", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Klikken op Solliciteren: 7", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/nl/employer/1/postings/{ended}/figures", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_mail_is_written_once_though_nodes_work_at_once_and_one_is_killed_in_between()
    {
        for (var number = 0; number < 12; number++)
            await OrderedAsync($"Skipper {number}", TimeSpan.FromDays(6));
        Clock.Advance(TimeSpan.FromDays(4));
        await using var other = Paper.Again();
        using var killed = new CancellationTokenSource();
        var dying = DieAsync(other, killed);
        await Task.WhenAll(dying, WriteAsync(), New<DueNotices>().WriteAsync(Cancel));
        await WriteAsync();

        var mails = await Paper.MailsAsync(Cancel);
        Assert.Equal(12, mails.Count);
        Assert.Equal(12, mails.Distinct().Count());
        Assert.Equal(12, await New<NewsDb>().Set<PostingNotice>().CountAsync(Cancel));
    }

    /// <summary>A write that ends before its commit leaves neither the note nor the mail.</summary>
    [Fact]
    public async Task What_was_not_committed_is_written_later()
    {
        var id = await OrderedAsync("Skipper", TimeSpan.FromDays(6));
        Clock.Advance(TimeSpan.FromDays(4));
        var db = New<NewsDb>();
        await using (await db.BeginWriteAsync(Cancel))
        {
            db.Add(new PostingNotice { PostingId = id, Subject = NoticeSubject.ClosesSoon, About = Clock.Now.AddDays(2), WrittenAt = Clock.Now });
            await db.SaveChangesAsync(Cancel);
        }
        Assert.Empty(await Paper.MailsAsync(Cancel));
        await WriteAsync();
        Assert.Single(await Paper.MailsAsync(Cancel));
    }

    /// <summary>Stops somewhere in the middle, or just after the end.</summary>
    private static async Task DieAsync(Paper paper, CancellationTokenSource killed)
    {
        var writing = paper.New<DueNotices>().WriteAsync(killed.Token);
        await Task.Yield();
        await killed.CancelAsync();
        var failure = await Record.ExceptionAsync(() => writing);
        Assert.True(failure is null or OperationCanceledException, failure?.ToString());
    }

    private Task WriteAsync() => New<DueNotices>().WriteAsync(Cancel);

    /// <param name="closes">From now; null: nobody has said.</param>
    private async Task<long> OrderedAsync(string title, TimeSpan? closes)
    {
        var id = await Paper.AddAsync(new Job(title) { ClosesAt = closes is { } after ? Clock.Now + after : null }, Cancel);
        Assert.NotNull((await Paper.OrderAsync(id, "free", Cancel)).Order);
        return id;
    }

    public sealed class OnSqlite() : DueNoticesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : DueNoticesTests(DatabaseEngine.Postgres);
}
