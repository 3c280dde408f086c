using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Jobs.Orders;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Employers;

/// <summary>What companies buy, and how they see it.</summary>
public abstract class OrdersTests(DatabaseEngine engine) : EmployerTest(engine)
{
    [Fact]
    public async Task A_package_chosen_before_there_is_an_account_is_ordered_with_the_posting_which_waits_for_its_payment()
    {
        await Paper.OpenAccountAsync(Cancel);
        await AddCategoryAsync();
        var baker = new Visitor(Site);
        await WriteAsync(baker, Advert("Baker by the canal"));
        await baker.OpenAsync("/jobs/post/company");
        Assert.Equal(5, baker.Page.Page.QuerySelectorAll("main [name=Package]").Length);
        await baker.SendAsync("", ("CompanyName", "Harbour Bakery"), ("PersonName", "An Peeters"), ("Email", "an@harbour.example"), ("Package", "top-7"));
        await baker.OpenAsync(LinkIn(await MailToAsync("an@harbour.example")));
        await baker.SendAsync("");

        var order = await New<NewsDb>().Set<Order>().SingleAsync(Cancel);
        Assert.Equal(("An Peeters", "an@harbour.example", 23595L, OrderState.Open), (order.BuyerName, order.BuyerMail, order.Total, order.State));
        Assert.Equal(1, await New<NewsDb>().Set<QueuedMail>().CountAsync(mail => mail.ToAddress == "an@harbour.example" && mail.Text.Contains(order.Communication.ToString()), Cancel));
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync($"/newsroom/postings/{order.PostingId}");
        Assert.Contains("let through", (await desk.SendAsync("handler=Approve")).TextOf(".said"), StringComparison.Ordinal);
        Assert.Equal(404, (await Site.GetAsync($"/jobs/{order.PostingId}")).Status);
        Assert.Empty((await desk.OpenAsync("/newsroom/postings")).Links(".rows"));

        await baker.OpenAsync($"/employer/{order.EmployerId}/postings/{order.PostingId}");
        await baker.OpenAsync(baker.Page.Links().Single(link => link.EndsWith($"/orders/{order.Id}", StringComparison.Ordinal)));
        Assert.Contains("€235.95", baker.Page.TextOf("main"), StringComparison.Ordinal);
        Assert.NotNull(baker.Page.Page.QuerySelector("svg.payment-code path"));
        await desk.OpenAsync("/newsroom/orders");
        await desk.SendAsync("/newsroom/orders", ("Communication", order.Communication.ToString()), ("Amount", "235.95"), ("ReceivedOn", "2026-11-18"));
        Assert.Contains("published now", desk.Page.TextOf(".said"), StringComparison.Ordinal);
        Assert.Equal("Online: Baker by the canal", (await MailToAsync("an@harbour.example")).Subject);
        await Site.FollowAsync();
        Assert.Contains("Baker by the canal", (await Site.ReadAsync("/jobs/top")).TextOf(".top-jobs-list"), StringComparison.Ordinal);
        await baker.OpenAsync($"/employer/{order.EmployerId}/orders/{order.Id}");
        Assert.Contains("Top job until", baker.Page.TextOf("main"), StringComparison.Ordinal);
        Assert.Null(baker.Page.Page.QuerySelector("svg.payment-code"));
    }

    [Fact]
    public async Task A_trusted_companys_posting_waits_for_its_payment_too_and_one_without_a_choice_has_the_free_package()
    {
        await Paper.OpenAccountAsync(Cancel);
        var an = await FoundAsync("harbour", "an");
        var db = New<NewsDb>();
        (await db.Set<Employer>().SingleAsync(Cancel)).IsTrusted = true;
        await db.SaveAsync(Cancel);
        var free = await HandInAsync(an, "Deckhand");
        Assert.Equal(PostingState.Published, (await Paper.PostingAsync(free, Cancel)).State);
        Assert.Equal([0L], (await New<OrderList>().OfPostingAsync(free, Cancel)).Select(order => order.Total));
    }

    [Fact]
    public async Task A_job_that_readers_see_becomes_a_top_job_by_an_order_of_its_company_alone()
    {
        await Paper.OpenAccountAsync(Cancel);
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        var member = await SignedInAsync(an);
        await member.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/top");
        Assert.Equal(422, (await member.SendAsync("/top", ("Package", "free"))).Status);
        await member.SendAsync("/top", ("Package", "top-30"));
        Assert.Contains("/orders/", member.Path, StringComparison.Ordinal);
        Assert.Contains("€598.95", member.Page.TextOf("main"), StringComparison.Ordinal);
        await member.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/top");
        Assert.Contains("ordered this already", (await member.SendAsync("/top", ("Package", "top-30"))).TextOf(".said"), StringComparison.Ordinal);
        Assert.Equal(2, (await member.OpenAsync($"/employer/{an.EmployerId}/orders")).Page.QuerySelectorAll("tbody tr").Length);

        var order = (await New<OrderList>().OfPostingAsync(id, Cancel))[0];
        var bo = await FoundAsync("other", "bo");
        var stranger = await SignedInAsync(bo);
        foreach (var path in new[] { $"orders/{order.Id}", $"postings/{id}/top", $"postings/{id}/figures" })
            Assert.Equal(404, (await stranger.AskAsync(HttpMethod.Get, $"/employer/{bo.EmployerId}/{path}")).Status);
        Assert.Equal(403, (await stranger.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}/orders/{order.Id}")).Status);
    }

    [Fact]
    public async Task A_company_sees_what_its_job_brought()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        var db = New<NewsDb>();
        db.Add(new Figure { Kind = "posting", ThingId = id, Day = new DateOnly(2026, 11, 18), Act = "view", Times = 5 });
        await db.SaveAsync(Cancel);
        var member = await SignedInAsync(an);
        Assert.Contains("5 views", (await member.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/figures")).TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("2026-11-18,5,0,0", (await member.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}/postings/{id}/figures?handler=Csv")).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite() : OrdersTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OrdersTests(DatabaseEngine.Postgres);
}
