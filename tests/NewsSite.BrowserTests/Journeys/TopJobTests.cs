using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>A company buys a Top job, pays by the communication that it was given, and stands in the block.</summary>
public sealed partial class TopJobTests(Site site) : NewsroomTest(site)
{
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_top_job_is_bought_paid_by_its_communication_and_stands_in_the_block(Database database)
    {
        // The list of mails has no icon of its own.
        ExpectsErrors = true;
        var paper = await DeskAsync(database);
        var desk = (await HireAsync(paper, "jobs-desk", "Jo")).Page;
        await NameAccountAsync(desk);
        var title = Fresh("Lock keeper");
        var company = await OpenAsync(Window.Desk, paper.Address);
        await PostAsync(company, title);
        await ApproveAsync(desk, title);

        var communication = await BuyAsync(company);
        await BookAsync(desk, communication, "598.95");
        await company.ReloadAsync();
        await Assertions.Expect(company.Locator(".shape-facts").Last).ToContainTextAsync("Top job until");

        var reader = await OpenAsync(Window.Desk, paper.Address);
        await reader.GotoAsync("/jobs");
        var page = await PageWithAsync(reader, title);
        await reader.GotoAsync($"/?jobs={page}");
        var job = reader.Locator(".top-jobs-list .job-title a", new() { HasText = title });
        await Assertions.Expect(job).ToBeVisibleAsync();

        // What is seen and opened is sent, without a cookie.
        var seen = await reader.RunAndWaitForRequestAsync(() => job.ClickAsync(), request => request.Url.EndsWith("/seen", StringComparison.Ordinal));
        Assert.Matches(@"^((top|view) posting/\d+\n?)+$", seen.PostData);
        Assert.Empty(await reader.Context.CookiesAsync());
    }

    /// <summary>The desk says to which account companies pay.</summary>
    private static async Task NameAccountAsync(IPage desk)
    {
        await desk.GotoAsync("/newsroom/packages");
        await desk.GetByLabel("Name of the account’s holder").FillAsync("Zenne Pers nv");
        await desk.GetByLabel("IBAN").FillAsync("BE68 5390 0754 7034");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".said")).ToContainTextAsync("The account is saved.");
    }

    /// <summary>From the empty form by the link in the mail to the company's own pages.</summary>
    private static async Task PostAsync(IPage company, string title)
    {
        var email = $"{Letters().Replace(title, "").ToLowerInvariant()}@harbour.example";
        await company.GotoAsync("/jobs/post");
        await company.Locator("[name='Form.Title']").FillAsync(title);
        await company.Locator("[name='Form.Description']").FillAsync("You let ships through the lock by the canal, by day and by night, with three others and a dog that knows every skipper.");
        if (await company.Locator("[name='Form.Category'] option").CountAsync() > 1)
            await company.Locator("[name='Form.Category']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await company.Locator("[name='Form.Contract']").SelectOptionAsync("Permanent");
        await company.Locator("[name='Form.Hours']").SelectOptionAsync("FullTime");
        await company.Locator("[name='Form.SalaryMin']").FillAsync("2600");
        await company.Locator("[name='Form.SalaryMax']").FillAsync("3100");
        await company.Locator("#place-0").FillAsync("1000");
        await company.Locator("[name='Form.ApplyWay']").SelectOptionAsync("Mail");
        await company.Locator("[name='Form.ApplyMail']").FillAsync(email);
        await company.Locator("[name='Form.ClosesOn']").FillAsync(await company.EvaluateAsync<string>("new Date(Date.now() + 40 * 86400000).toISOString().slice(0, 10)"));
        // What is typed is kept while it is typed; and nobody types all of it within a second.
        await Assertions.Expect(company.Locator("[data-keep-status]")).ToHaveTextAsync("Kept");
        await company.GetByRole(AriaRole.Button, new() { Name = "See it as readers will" }).ClickAsync();
        await company.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await company.Locator("[name=CompanyName]").FillAsync("Harbour " + title);
        await company.Locator("[name=PersonName]").FillAsync("An Peeters");
        await company.Locator("[name=Email]").FillAsync(email);
        await company.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
        await Assertions.Expect(company.GetByRole(AriaRole.Status)).ToContainTextAsync(email);

        await Answers.SeesAsync(company, "/mails", title);
        await company.GotoAsync("/mails");
        await company.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await company.GotoAsync(await company.Locator("pre a[href*='/jobs/post/confirm/']").GetAttributeAsync("href") ?? "");
        await company.Locator("main form button").First.ClickAsync();
        await Assertions.Expect(company.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    }

    private static async Task ApproveAsync(IPage desk, string title)
    {
        await desk.GotoAsync("/newsroom/postings");
        await desk.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await desk.Locator("form[action*='handler=Approve'] button").ClickAsync();
        await Assertions.Expect(desk.Locator(".said")).ToContainTextAsync("is online");
    }

    /// <summary>Thirty days, for the job on whose page one is.</summary>
    /// <returns>The communication to pay with.</returns>
    private static async Task<string> BuyAsync(IPage company)
    {
        await company.ReloadAsync();
        await company.GetByRole(AriaRole.Link, new() { Name = "Make it a Top job" }).ClickAsync();
        await company.GetByLabel("Top job, 30 days").CheckAsync();
        await company.GetByRole(AriaRole.Button, new() { Name = "Order with obligation to pay" }).ClickAsync();
        await Assertions.Expect(company.GetByRole(AriaRole.Img, new() { Name = "Code for the app of a bank" })).ToBeVisibleAsync();
        return Communication().Match(await company.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).Value;
    }

    private static async Task BookAsync(IPage desk, string communication, string amount)
    {
        await desk.GotoAsync("/newsroom/orders");
        await desk.Locator("summary", new() { HasText = "Book a payment" }).ClickAsync();
        await desk.GetByLabel("Structured communication").FillAsync(communication);
        await desk.GetByLabel("Amount in euro").FillAsync(amount);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Book the payment" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".said")).ToContainTextAsync("The order is paid.");
    }

    /// <summary>On which page of the block it stands: the block turns with the clock.</summary>
    private static async Task<int> PageWithAsync(IPage reader, string title) => await reader.EvaluateAsync<int>(
        """
        async title => {
            for (const end = Date.now() + 20000; Date.now() < end; await new Promise(done => setTimeout(done, 300)))
                for (let page = 1; page <= 12; page++)
                    if ((await (await fetch(`/jobs/top?page=${page}`, { cache: 'no-store' })).text()).includes(title)) return page;
            return 0;
        }
        """, title);

    [GeneratedRegex(@"\+\+\+\d{3}/\d{4}/\d{5}\+\+\+")]
    private static partial Regex Communication();

    [GeneratedRegex("[^A-Za-z0-9]")]
    private static partial Regex Letters();
}
