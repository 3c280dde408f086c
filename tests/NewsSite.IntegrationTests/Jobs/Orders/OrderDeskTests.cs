using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Jobs.Orders;

public abstract class OrderDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task What_costs_something_is_offered_once_there_is_an_account()
    {
        Assert.Equal(["free"], (await New<PackageList>().OfferedAsync(Cancel)).Select(package => package.Code));
        Assert.Equal(PlacingOutcome.NotOffered, (await Paper.OrderAsync(await Paper.DraftAsync("Skipper", Cancel), "top-7", Cancel)).Outcome);

        await Paper.OpenAccountAsync(Cancel);
        Assert.Equal(["free", "standard", "top-7", "top-14", "top-30"], (await New<PackageList>().OfferedAsync(Cancel)).Select(package => package.Code));
        Assert.Equal([7, 14, 30], (await New<PackageList>().TopAsync(Cancel)).Select(package => package.TopDays));
    }

    [Fact]
    public async Task A_posting_that_must_be_paid_first_waits_and_the_payment_publishes_it_as_a_top_job()
    {
        await Paper.OpenAccountAsync(Cancel);
        var id = await Paper.DraftAsync("Skipper", Cancel);
        var order = (await Paper.OrderAsync(id, "top-14", Cancel)).Order!;
        Assert.Equal((29500, 6195, 35695), (order.Net, order.Vat, order.Total));
        Assert.Equal(new DateOnly(2026, 12, 2), order.DueOn);

        Assert.False(await Paper.ReleaseAsync(id, Cancel));
        Assert.Equal(PostingState.Approved, (await Paper.PostingAsync(id, Cancel)).State);
        Assert.Empty((await New<OpenPostings>().LatestAsync(10, cancel: Cancel)).Items);

        Clock.Advance(TimeSpan.FromDays(2));
        var booking = await Paper.PayAsync(order, 35695, Cancel);
        Assert.Equal((BookingOutcome.Paid, true), (booking.Outcome, booking.IsPublished));
        var posting = await Paper.PostingAsync(id, Cancel);
        Assert.Equal((PostingState.Published, Clock.Now, Clock.Now.AddDays(14)), (posting.State, posting.PublishedAt, posting.TopUntil));
        Assert.Equal([id], (await New<TopJobs>().PageAsync([], 1)).Jobs.Where(job => job.IsTopAt(Clock.Now)).Select(job => job.Id));
        Assert.Equal(["Uw bestelling: Topjob, 14 dagen voor “Skipper”", "Betaald: Topjob, 14 dagen voor “Skipper”"], await Paper.MailsAsync(Cancel));
    }

    [Fact]
    public async Task The_mail_says_how_to_pay()
    {
        await Paper.OpenAccountAsync(Cancel);
        var order = (await Paper.OrderAsync(await Paper.DraftAsync("Skipper", Cancel), "top-7", Cancel)).Order!;

        var mail = await New<NewsDb>().Set<QueuedMail>().SingleAsync(Cancel);
        Assert.Equal(("ann@harbour.example", "nl"), (mail.ToAddress, mail.Language));
        foreach (var text in new[] { mail.Text, System.Net.WebUtility.HtmlDecode(mail.Html) })
        {
            foreach (var part in new[] { "EUR\u00a0235,95", "BE68 5390 0754 7034", "Zenne Pers nv", order.Communication.ToString(), "2 december 2026", $"/nl/employer/{order.EmployerId}/orders/{order.Id}" })
                Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_free_or_paid_later_starts_with_the_publication()
    {
        await Paper.OpenAccountAsync(Cancel);
        var free = await Paper.DraftAsync("Deckhand", Cancel);
        Assert.Equal(OrderState.Paid, (await Paper.OrderAsync(free, "free", Cancel)).Order!.State);
        Assert.True(await Paper.ReleaseAsync(free, Cancel));
        Assert.Empty(await Paper.MailsAsync(Cancel));

        await LetPayLaterAsync("top-7");
        var later = await Paper.DraftAsync("Skipper", Cancel);
        var order = (await Paper.OrderAsync(later, "top-7", Cancel)).Order!;
        Assert.Null((await Paper.OrderAsync(order.Id, Cancel)).StartedAt);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await Paper.ReleaseAsync(later, Cancel));
        Assert.Equal(Clock.Now.AddDays(7), (await Paper.PostingAsync(later, Cancel)).TopUntil);
        Assert.Equal(OrderState.Open, (await Paper.OrderAsync(order.Id, Cancel)).State);
    }

    [Fact]
    public async Task A_part_too_much_and_twice_are_said_and_booked_as_they_came()
    {
        await Paper.OpenAccountAsync(Cancel);
        var id = await Paper.DraftAsync("Skipper", Cancel);
        var order = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
        await Paper.ReleaseAsync(id, Cancel);

        var part = await Paper.PayAsync(order, 10000, Cancel);
        Assert.Equal((BookingOutcome.Part, 13595L, false), (part.Outcome, part.Order!.Owed, part.IsPublished));
        Assert.Equal(PostingState.Approved, (await Paper.PostingAsync(id, Cancel)).State);
        Assert.Equal((BookingOutcome.TooMuch, -5L), (await Paper.PayAsync(order, 13600, Cancel)) is var much ? (much.Outcome, much.Order!.Owed) : default);
        Assert.Equal(BookingOutcome.PaidAlready, (await Paper.PayAsync(order, 13600, Cancel)).Outcome);
        Assert.Equal(2, (await New<OrderList>().PaymentsAsync(order.Id, Cancel)).Count);
        Assert.Equal(BookingOutcome.TooMuch, (await Paper.PayAsync(order, 100, Cancel, anyway: true)).Outcome);
        Assert.Equal(23700, (await Paper.OrderAsync(order.Id, Cancel)).Received);
        Assert.Single(await Paper.MailsAsync(Cancel), subject => subject.StartsWith("Betaald", StringComparison.Ordinal));
        Assert.Equal(BookingOutcome.Unknown, (await New<PaymentBook>().ReceiveAsync(
            new SeenPayment { Communication = NewsSite.Jobs.Payments.StructuredCommunication.Of(99), Amount = 1, ReceivedOn = new DateOnly(2026, 11, 18), EnteredBy = "Desk" }, Cancel)).Outcome);
    }

    [Fact]
    public async Task A_payment_booked_by_mistake_is_taken_back()
    {
        await Paper.OpenAccountAsync(Cancel);
        var order = (await Paper.OrderAsync(await Paper.DraftAsync("Skipper", Cancel), "top-7", Cancel)).Order!;
        await Paper.PayAsync(order, 23595, Cancel);
        var payment = Assert.Single(await New<OrderList>().PaymentsAsync(order.Id, Cancel));

        Assert.False(await New<PaymentBook>().TakeBackAsync(order.Id + 1, payment.Id, Cancel));
        Assert.True(await New<PaymentBook>().TakeBackAsync(order.Id, payment.Id, Cancel));
        Assert.False(await New<PaymentBook>().TakeBackAsync(order.Id, payment.Id, Cancel));
        var after = await Paper.OrderAsync(order.Id, Cancel);
        Assert.Equal((OrderState.Open, 0L, null), (after.State, after.Received, after.PaidOn));
        Assert.Equal(["change payment terms", "book payment", "take back payment"], await New<NewsDb>().Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_top_job_for_an_open_posting_starts_with_the_payment_and_follows_the_days_that_are_left()
    {
        await Paper.OpenAccountAsync(Cancel);
        var id = await Paper.AddAsync(new Job("Skipper"), Cancel);
        var first = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
        Assert.Null((await Paper.PostingAsync(id, Cancel)).TopUntil);
        Assert.Equal(PlacingOutcome.OrderedAlready, (await Paper.OrderAsync(id, "top-7", Cancel)).Outcome);
        await Paper.PayAsync(first, 23595, Cancel);
        var start = Clock.Now;
        Assert.Equal(start.AddDays(7), (await Paper.PostingAsync(id, Cancel)).TopUntil);

        Clock.Advance(TimeSpan.FromDays(2));
        var second = (await Paper.OrderAsync(id, "top-14", Cancel)).Order!;
        // Let through again after an edit: an order that is not paid yet does not take it from readers.
        Assert.True(await Paper.ReleaseAsync(id, Cancel));
        await Paper.PayAsync(second, 35695, Cancel);
        Assert.Equal(start.AddDays(21), (await Paper.PostingAsync(id, Cancel)).TopUntil);
        await New<PaymentBook>().CancelAsync(first.Id, "by mistake", Cancel);
        Assert.Equal(start.AddDays(16), (await Paper.PostingAsync(id, Cancel)).TopUntil);
    }

    [Fact]
    public async Task An_order_of_a_posting_closed_before_it_began_lapses_and_money_that_still_comes_is_to_be_paid_back()
    {
        await Paper.OpenAccountAsync(Cancel);
        var id = await Paper.DraftAsync("Skipper", Cancel);
        var order = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
        var running = await Paper.AddAsync(new Job("Deckhand"), Cancel);
        await LetPayLaterAsync("top-30");
        var owed = (await Paper.OrderAsync(running, "top-30", Cancel)).Order!;
        await Paper.CloseAsync(id, Cancel);
        await Paper.CloseAsync(running, Cancel);

        Assert.Equal(1, await New<PaymentBook>().LapseAsync(Cancel));
        Assert.Equal(0, await New<PaymentBook>().LapseAsync(Cancel));
        Assert.Equal(OrderState.Cancelled, (await Paper.OrderAsync(order.Id, Cancel)).State);
        Assert.Equal(OrderState.Open, (await Paper.OrderAsync(owed.Id, Cancel)).State);
        Assert.Equal(BookingOutcome.OnCancelled, (await Paper.PayAsync(order, 23595, Cancel)).Outcome);
        Assert.Equal(PostingState.Closed, (await Paper.PostingAsync(id, Cancel)).State);
    }

    [Fact]
    public async Task Cancelling_sends_a_posting_that_waited_back_to_the_queue()
    {
        await Paper.OpenAccountAsync(Cancel);
        var id = await Paper.DraftAsync("Skipper", Cancel);
        var order = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
        await Paper.ReleaseAsync(id, Cancel);

        Assert.True(await New<PaymentBook>().CancelAsync(order.Id, "asked by phone", Cancel));
        Assert.False(await New<PaymentBook>().CancelAsync(order.Id, "again", Cancel));
        Assert.Equal(PostingState.Submitted, (await Paper.PostingAsync(id, Cancel)).State);
        Assert.True(await Paper.ReleaseAsync(id, Cancel));
        Assert.Null((await Paper.PostingAsync(id, Cancel)).TopUntil);
    }

    [Fact]
    public async Task Paying_and_letting_through_at_once_publish_once()
    {
        await Paper.OpenAccountAsync(Cancel);
        for (var round = 0; round < 8; round++)
        {
            var id = await Paper.DraftAsync($"Skipper {round}", Cancel);
            var order = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
            await Task.WhenAll(Paper.ReleaseAsync(id, Cancel), Paper.PayAsync(order, 23595, Cancel));
            var posting = await Paper.PostingAsync(id, Cancel);
            Assert.Equal((PostingState.Published, Clock.Now.AddDays(7)), (posting.State, posting.TopUntil));
        }
    }

    [Fact]
    public async Task An_order_keeps_the_price_of_its_day()
    {
        await Paper.OpenAccountAsync(Cancel);
        var order = (await Paper.OrderAsync(await Paper.DraftAsync("Skipper", Cancel), "top-7", Cancel)).Order!;
        var package = (await New<PackageList>().AllAsync(Cancel)).Single(package => package.Code == "top-7");
        var terms = new PackageTerms { Name = package.Name, Text = package.Text, Price = new Price(1, 0), IsPaidFirst = false, IsOffered = true };
        Assert.True(await New<PackageDesk>().SaveAsync(package.Id, package.Version, terms, Cancel));
        Assert.False(await New<PackageDesk>().SaveAsync(package.Id, package.Version, terms, Cancel));
        Assert.Equal(23595, (await Paper.OrderAsync(order.Id, Cancel)).Total);
        Assert.Equal(1, (await New<PackageDesk>().FindAsync(package.Id, Cancel))!.Price.Total);
    }

    private async Task LetPayLaterAsync(string code)
    {
        var package = (await New<PackageList>().AllAsync(Cancel)).Single(package => package.Code == code);
        Assert.True(await New<PackageDesk>().SaveAsync(package.Id, package.Version, new PackageTerms { Name = package.Name, Text = package.Text, Price = package.Price, IsPaidFirst = false, IsOffered = true }, Cancel));
    }

    public sealed class OnSqlite() : OrderDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OrderDeskTests(DatabaseEngine.Postgres);
}
