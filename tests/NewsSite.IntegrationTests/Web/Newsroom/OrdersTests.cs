using System.Globalization;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Jobs.Orders;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>Packages, orders, payments and reports, as the jobs desk works with them.</summary>
public abstract class OrdersTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task The_desk_sets_account_and_prices_and_mistakes_stand_beside_their_fields()
    {
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync("/newsroom/packages");
        Assert.Equal(422, (await desk.SendAsync("/newsroom/packages", ("Holder", ""), ("Iban", "BE69 5390 0754 7034"), ("Bic", "x"), ("Days", "many"))).Status);
        Assert.Equal(4, desk.Page.Page.QuerySelectorAll("main .form-error").Length);
        Assert.Equal("BE69 5390 0754 7034", desk.Page.Page.QuerySelector("[name=Iban]")!.GetAttribute("value"));
        Assert.Equal(200, (await desk.SendAsync("/newsroom/packages", ("Holder", "Zenne Pers nv"), ("Iban", "be68 5390 0754 7034"), ("Bic", "gebabebb"), ("Days", "30"))).Status);
        Assert.Equal("BE68 5390 0754 7034", desk.Page.Page.QuerySelector("[name=Iban]")!.GetAttribute("value"));

        await desk.OpenAsync(desk.Page.Links().Single(link => link.EndsWith("/newsroom/packages/3", StringComparison.Ordinal)));
        Assert.Equal(422, (await desk.SendAsync("/newsroom/packages/3", ("Net", "-1"), ("VatRate", "101"))).Status);
        Assert.Equal("-1", desk.Page.Page.QuerySelector("[name=Net]")!.GetAttribute("value"));
        await desk.SendAsync("/newsroom/packages/3", ("Net", "1.250,50"), ("VatRate", "21"), ("IsPaidFirst", "true"), ("IsOffered", "true"));
        Assert.Contains("€1,513.11", desk.Page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(["JobsDesk: change payment terms Zenne Pers nv", "JobsDesk: change package top-7"], (await TrailAsync()).Where(line => line.Contains("change", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_payment_is_booked_by_its_communication_and_each_outcome_is_said()
    {
        await Paper.OpenAccountAsync(Cancel);
        var id = await Paper.DraftAsync("Skipper", Cancel);
        var order = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
        await Paper.ReleaseAsync(id, Cancel);
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync("/newsroom/orders");

        foreach (var (communication, amount, on, wrong) in new[] { ("+++000/0000/00102+++", "1", "2026-11-18", "no structured"), (order.Communication.ToString(), "none", "2026-11-18", "An amount"), (order.Communication.ToString(), "1", "2027-01-01", "A day"), ("+++000/0000/09797+++", "1", "2026-11-18", "No order") })
        {
            var answer = await BookAsync(desk, communication, amount, on);
            Assert.Equal((422, true), (answer.Status, answer.TextOf(".form-error").Contains(wrong, StringComparison.Ordinal)));
            Assert.Equal(communication, answer.Page.QuerySelector("[name=Communication]")!.GetAttribute("value"));
        }
        Assert.Contains("€225.95 is still owed", (await BookAsync(desk, order.Communication.ToString(), "10", "2026-11-18")).TextOf(".said"), StringComparison.Ordinal);
        await desk.OpenAsync("/newsroom/orders?part=open");
        Assert.Contains("job is published", (await BookAsync(desk, order.Communication.Digits, "225,95", "2026-11-18")).TextOf(".said"), StringComparison.Ordinal);
        Assert.Contains("Paid", desk.Page.TextOf(".shape-facts"), StringComparison.Ordinal);
        Assert.Equal(200, (await Site.GetAsync($"/jobs/{id}/skipper")).Status);

        await desk.OpenAsync("/newsroom/orders");
        Assert.Equal(422, (await BookAsync(desk, order.Communication.Digits, "5", "2026-11-18")).Status);
        Assert.NotNull(desk.Page.Page.QuerySelector("[name=Anyway]"));
        Assert.Contains("too much", (await BookAsync(desk, order.Communication.Digits, "5", "2026-11-18", ("Anyway", "true"))).TextOf(".said"), StringComparison.Ordinal);
        await desk.SendAsync("handler=TakeBack");
        await desk.SendAsync("handler=Cancel", ("Reason", ""));
        Assert.Equal(422, desk.Page.Status);
        Assert.Contains("cancelled", (await desk.SendAsync("handler=Cancel", ("Reason", "by phone"))).TextOf(".said"), StringComparison.Ordinal);
        Assert.Equal(5, (await TrailAsync()).Count(line => line.EndsWith(order.Communication.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Companies_jobs_and_orders_are_found_on_one_page_and_lists_go_on_by_key()
    {
        await Paper.OpenAccountAsync(Cancel);
        await Paper.AddAsync(Enumerable.Range(1, 60).Select(number => new Job($"Skipper {number:00}") { Employer = $"harbour-{number:00}" }), Cancel);
        var id = await Paper.AddAsync(new Job("100% %_ sure") { Employer = "odd" }, Cancel);
        var order = (await Paper.OrderAsync(id, "top-7", Cancel)).Order!;
        var desk = await SignedInAsync(Role.JobsDesk);

        var first = await desk.OpenAsync("/newsroom/employers");
        Assert.Equal(50, first.Page.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(11, (await desk.OpenAsync(first.Turn("next")!)).Page.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("harbour-07", (await desk.OpenAsync("/newsroom/employers?q=BOUR-07")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("Skipper 12", (await desk.OpenAsync("/newsroom/employers?q=skipper+12")).TextOf("tbody"), StringComparison.Ordinal);
        foreach (var words in new[] { order.Communication.ToString(), order.Communication.Digits, "ann@harbour", "%25_" })
            Assert.Contains("100% %_ sure", (await desk.OpenAsync("/newsroom/employers?q=" + Uri.EscapeDataString(Uri.UnescapeDataString(words)))).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("Nothing was found", (await desk.OpenAsync("/newsroom/employers?q=zeppelin")).TextOf("main"), StringComparison.Ordinal);
        var company = await desk.OpenAsync($"/newsroom/employers/{order.EmployerId}");
        Assert.Contains(order.Communication.ToString(), company.TextOf("tbody"), StringComparison.Ordinal);
        foreach (var query in new[] { "?before=x", "?before=-1", "?q=%00", "?q=%27%3B--", "/1?orders=99999999999999999999", "/999999" })
            Assert.Contains((await desk.AskAsync(HttpMethod.Get, "/newsroom/employers" + query)).Status, new[] { 200, 404 });
    }

    [Fact]
    public async Task Reports_say_what_is_sold_open_expiring_and_paid_and_go_along_as_files()
    {
        await Paper.OpenAccountAsync(Cancel);
        var paid = (await Paper.OrderAsync(await Paper.AddAsync(new Job("Skipper") { ClosesAt = Clock.Now.AddDays(5) }, Cancel), "top-7", Cancel)).Order!;
        await Paper.PayAsync(paid, 23595, Cancel);
        var open = (await Paper.OrderAsync(await Paper.AddAsync(new Job("Deckhand") { ClosesAt = Clock.Now.AddDays(40) }, Cancel), "top-14", Cancel)).Order!;
        await Paper.PayAsync(open, 5000, Cancel);
        var desk = await SignedInAsync(Role.JobsDesk);

        Assert.Equal(["November 2026 Top job, 7 days 1 €195.00", "November 2026 Top job, 14 days 1 €295.00"], Rows(await desk.OpenAsync("/newsroom/job-reports")));
        Assert.Equal("November 2026 1 €195.00 €40.95 €235.95", Rows(await desk.OpenAsync("/newsroom/job-reports?show=revenue"))[0]);
        Assert.Contains("1 orders open, €306.95 still owed; 0 of them overdue", (await desk.OpenAsync("/newsroom/job-reports?show=open")).TextOf(".search-sums"), StringComparison.Ordinal);
        Assert.StartsWith("Skipper", Assert.Single(Rows(await desk.OpenAsync("/newsroom/job-reports?show=expiring"))), StringComparison.Ordinal);
        Assert.Equal("month,orders,without VAT,VAT,with VAT\r\n2026-11,1,195.00,40.95,235.95\r\n2026-10,0,0.00,0.00,0.00", string.Join("\r\n", (await desk.AskAsync(HttpMethod.Get, "/newsroom/job-reports?show=revenue&handler=Csv")).Text.TrimStart('\uFEFF').Split("\r\n").Take(3)));
        Assert.Contains("2026-11,top-7,", (await desk.AskAsync(HttpMethod.Get, "/newsroom/job-reports?handler=Csv")).Text, StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromDays(15));
        desk = await SignedInAsync(Role.Administrator);
        Assert.Contains("1 of them overdue, €306.95 owed", (await desk.OpenAsync("/newsroom/job-reports?show=open")).TextOf(".search-sums"), StringComparison.Ordinal);
        Assert.Contains("Overdue", (await desk.OpenAsync("/newsroom/orders?part=overdue")).TextOf("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_a_posting_are_a_chart_a_table_and_a_file()
    {
        var id = await Paper.AddAsync(new Job("Skipper") { PublishedAt = Clock.Now.AddDays(-2) }, Cancel);
        var db = Paper.New<NewsDb>();
        db.AddRange(new Figure { Kind = "posting", ThingId = id, Day = new DateOnly(2026, 11, 17), Act = "view", Times = 12 }, new Figure { Kind = "posting", ThingId = id, Day = new DateOnly(2026, 11, 18), Act = "apply", Times = 3 });
        await db.SaveAsync(Cancel);
        var desk = await SignedInAsync(Role.JobsDesk);

        var page = await desk.OpenAsync($"/newsroom/postings/{id}/figures");
        Assert.Contains("12 views, 0 times shown in Top jobs, 3 clicks on Apply", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(6, page.Page.QuerySelectorAll("svg.bars rect").Length);
        Assert.Equal(3, page.Page.QuerySelectorAll(".bars-table tbody tr").Length);
        var file = await desk.AskAsync(HttpMethod.Get, $"/newsroom/postings/{id}/figures?handler=Csv");
        Assert.Equal("day,views,shown in top jobs,apply clicks,applications\r\n2026-11-16,0,0,0,0\r\n2026-11-17,12,0,0,0\r\n2026-11-18,0,0,3,0\r\n", file.Text.TrimStart('\uFEFF'));
        Assert.Equal(404, (await desk.AskAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/newsroom/postings/{id + 1}/figures"))).Status);
    }

    private static Task<Answer> BookAsync(Visitor desk, string communication, string amount, string on, params IEnumerable<(string Name, string? Value)> more) =>
        desk.SendAsync("/newsroom/orders", [("Communication", communication), ("Amount", amount), ("ReceivedOn", on), .. more]);

    private static List<string> Rows(Answer page) => [.. page.Page.QuerySelectorAll("main > table tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))];

    public sealed class OnSqlite() : OrdersTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OrdersTests(DatabaseEngine.Postgres);
}
