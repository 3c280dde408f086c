using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Payments;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Jobs.Orders;

/// <summary>A paper that sells: the desk has an account, and an employer has postings.</summary>
internal static class Selling
{
    public const string Iban = "BE68539007547034";

    public static readonly Buyer Ann = new(null, "Ann", "ann@harbour.example", Language.Dutch);

    /// <summary>Names the account to which employers pay.</summary>
    public static async Task OpenAccountAsync(this Paper paper, CancellationToken cancel) =>
        Assert.True(await paper.New<PaymentDesk>().SaveAsync((await paper.New<PaymentDesk>().FindAsync(cancel)).Version, terms => (terms.Holder, terms.Iban) = ("Zenne Pers nv", Iban), cancel));

    /// <summary>A posting that is not with readers.</summary>
    public static async Task<long> DraftAsync(this Paper paper, string title, CancellationToken cancel) => await paper.AddAsync(new Job(title) { IsPublished = false }, cancel);

    /// <summary>Orders as a page does: in one write.</summary>
    public static async Task<Placing> OrderAsync(this Paper paper, long posting, string code, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(cancel);
        var placing = await services.GetRequiredService<OrderDesk>().PlaceAsync(await PostingAsync(db, posting, cancel), code, Ann, cancel);
        await write.CommitAsync(cancel);
        return placing;
    }

    /// <summary>Lets a posting through, as the desk does.</summary>
    public static async Task<bool> ReleaseAsync(this Paper paper, long posting, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(cancel);
        var isPublished = await services.GetRequiredService<OrderDesk>().ReleaseAsync(await PostingAsync(db, posting, cancel), cancel);
        await write.CommitAsync(cancel);
        return isPublished;
    }

    public static async Task CloseAsync(this Paper paper, long posting, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        services.GetRequiredService<JobsDesk>().Close(await PostingAsync(db, posting, cancel));
        await db.SaveAsync(cancel);
    }

    public static Task<Booking> PayAsync(this Paper paper, Order order, long amount, CancellationToken cancel, bool anyway = false) => paper.New<PaymentBook>().ReceiveAsync(
        new SeenPayment { Communication = order.Communication, Amount = amount, ReceivedOn = new DateOnly(2026, 11, 18), EnteredBy = "Desk", Anyway = anyway }, cancel);

    public static async Task<Posting> PostingAsync(this Paper paper, long id, CancellationToken cancel) => await PostingAsync(paper.New<NewsDb>(), id, cancel);

    public static async Task<Order> OrderAsync(this Paper paper, long id, CancellationToken cancel) => (await paper.New<OrderList>().FindAsync(id, cancel: cancel))!;

    /// <summary>Subjects, in the order in which they were written.</summary>
    public static async Task<IReadOnlyList<string>> MailsAsync(this Paper paper, CancellationToken cancel) =>
        await paper.New<NewsDb>().Set<QueuedMail>().OrderBy(mail => mail.Id).Select(mail => mail.Subject).ToListAsync(cancel);

    private static Task<Posting> PostingAsync(NewsDb db, long id, CancellationToken cancel) => db.Set<Posting>().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == id, cancel);
}
