using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;
using NewsSite.Tests.Jobs.Applications;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>Somebody applies with a CV, the company answers and closes the job, and the job's page says so.</summary>
public sealed partial class ApplyingTests(Site site) : NewsroomTest(site)
{
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_an_application_to_the_reply_and_the_end_of_the_job(Database database)
    {
        var paper = await DeskAsync(database);
        var title = Fresh("Baker");
        var employer = await OpenAsync(Window.Desk, paper.Address);
        var posting = await PostAsync(paper, employer, title);
        var (company, job) = (posting.Split('/')[2], posting.Split('/')[^1]);

        var applicant = await OpenAsync(Window.Phone, paper.Address);
        await ApplyAsync(applicant, job, title);
        await AnswerAsync(employer, company);
        await MailAsync(applicant, $"Your application as {title}");

        await employer.GotoAsync(posting);
        await employer.GetByRole(AriaRole.Button, new() { Name = "Mark as filled" }).ClickAsync();
        await Assertions.Expect(employer.GetByRole(AriaRole.Button, new() { Name = "Mark as filled" })).ToBeHiddenAsync();
        await applicant.GotoAsync($"/jobs/{job}/apply");
        await Assertions.Expect(applicant.GetByText("This job has closed")).ToBeVisibleAsync();
        await applicant.GetByRole(AriaRole.Link, new() { Name = "See similar jobs" }).ClickAsync();
        await Assertions.Expect(applicant.GetByText("This job closed on")).ToBeVisibleAsync();
        await Assertions.Expect(applicant.Locator("meta[name=robots][content=noindex]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_job_is_saved_in_the_browser_listed_and_forgotten()
    {
        var reader = await OpenAsync(Window.Phone);
        var job = await (await OpenJobsAsync(reader)).OpenFirstAsync();
        var title = await reader.Locator("h1").InnerTextAsync();
        await Assertions.Expect(job.Apply).ToBeVisibleAsync();

        await reader.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = "Saved jobs" }).ClickAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(reader.GetByText("Nothing is saved yet.")).ToBeVisibleAsync();
    }

    private static async Task<JobListPage> OpenJobsAsync(IPage reader)
    {
        await reader.GotoAsync("/jobs");
        return new JobListPage(reader);
    }

    /// <summary>A company without an account writes a job that takes applications here, and the desk lets it through.</summary>
    /// <returns>The job's page among the company's own.</returns>
    private async Task<string> PostAsync(PaperProcess paper, IPage employer, string title)
    {
        await employer.GotoAsync("/jobs/post");
        await employer.Locator("[name='Form.Title']").FillAsync(title);
        await employer.Locator("[name='Form.Description']").FillAsync("You bake bread and buns with three others, from four in the morning until noon, by the canal. You know sourdough and like mornings.");
        foreach (var (field, value) in new[] { ("AdvertLanguage", "en"), ("Contract", "Permanent"), ("Hours", "FullTime"), ("Workplace", "OnSite"), ("Period", "Month"), ("ApplyWay", "OnSite") })
            await employer.Locator($"select[name='Form.{field}']").SelectOptionAsync(value);
        await employer.Locator("select[name='Form.Category']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await employer.Locator("[name='Form.SalaryMin']").FillAsync("2600");
        await employer.Locator("[name='Form.SalaryMax']").FillAsync("3100");
        await employer.Locator("[name='Form.Places']").First.FillAsync("1000 Brussels");
        await employer.Locator("[name='Form.ClosesOn']").FillAsync(await employer.EvaluateAsync<string>("new Date(Date.now() + 20 * 86400000).toISOString().slice(0, 10)"));
        await employer.GetByRole(AriaRole.Button, new() { Name = "See it as readers will" }).ClickAsync();
        await employer.WaitForURLAsync("**/jobs/post/preview", new() { WaitUntil = WaitUntilState.Commit });
        await employer.GotoAsync("/jobs/post/company");
        await employer.GetByLabel("Company").FillAsync(Fresh("Harbour Bakery"));
        await employer.GetByLabel("Your name").FillAsync("An Bakker");
        await employer.GetByLabel("Your e-mail address").FillAsync(string.Create(CultureInfo.InvariantCulture, $"an-{Guid.NewGuid():N}@harbour.example"));
        await employer.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
        await Assertions.Expect(employer.GetByRole(AriaRole.Heading, new() { Name = "Look into your mailbox" })).ToBeVisibleAsync();
        await employer.GotoAsync(Link().Match(await MailAsync(employer, title)).Value);
        await employer.GetByRole(AriaRole.Button, new() { Name = "Confirm and hand in" }).ClickAsync();
        await employer.WaitForURLAsync(url => PostingPath().IsMatch(url), new() { WaitUntil = WaitUntilState.Commit });
        var path = new Uri(employer.Url).AbsolutePath;

        var desk = await HireAsync(paper, "jobs-desk", "Dirk");
        await desk.Page.GotoAsync($"/newsroom/postings/{path.Split('/')[^1]}");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/newsroom/postings", new() { WaitUntil = WaitUntilState.Commit });
        return path;
    }

    private static async Task ApplyAsync(IPage applicant, string job, string title)
    {
        await applicant.GotoAsync($"/jobs/{job}/apply");
        await applicant.GetByLabel("Your name").FillAsync("Anna Peeters");
        await applicant.GetByLabel("E-mail address").FillAsync("anna@reader.example");
        await applicant.GetByLabel("Your letter").FillAsync("I baked bread for years.");
        await applicant.GetByLabel("Your CV").SetInputFilesAsync(new FilePayload { Name = "My CV.docx", MimeType = "application/octet-stream", Buffer = CvSamples.Docx() });
        await applicant.GetByRole(AriaRole.Button, new() { Name = "Send the application" }).ClickAsync();
        await Assertions.Expect(applicant.GetByText("Sent. Your application is with")).ToBeVisibleAsync();
        await applicant.GotoAsync(Link().Match(await MailAsync(applicant, $"Your application: {title}")).Value);
        await applicant.GetByRole(AriaRole.Button, new() { Name = "Confirm that anna@reader.example is your address" }).ClickAsync();
        await Assertions.Expect(applicant.GetByText("Your address is confirmed.")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage employer, string company)
    {
        await employer.GotoAsync($"/employer/{company}/applications");
        await employer.GetByRole(AriaRole.Link, new() { Name = "Anna Peeters" }).ClickAsync();
        await Assertions.Expect(employer.GetByText("I baked bread for years.")).ToBeVisibleAsync();
        var download = await employer.RunAndWaitForDownloadAsync(() => employer.GetByRole(AriaRole.Link, new() { Name = "My CV.docx" }).ClickAsync());
        Assert.Equal(CvSamples.Docx().Length, new FileInfo(await download.PathAsync()).Length);
        await employer.GetByRole(AriaRole.Link, new() { Name = "Invite", Exact = true }).ClickAsync();
        await employer.GetByLabel("Text", new() { Exact = true }).FillAsync("Come on Monday at nine.");
        await employer.GetByRole(AriaRole.Button, new() { Name = "Send the mail" }).ClickAsync();
        await Assertions.Expect(employer.GetByText("Your mail is on its way to anna@reader.example.")).ToBeVisibleAsync();
        await Assertions.Expect(employer.GetByLabel("State")).ToHaveValueAsync("Invited");
    }

    /// <summary>The text of the newest mail whose subject says that; the page of mails is read until it is there.</summary>
    private static async Task<string> MailAsync(IPage page, string subject)
    {
        var mail = page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(subject), RegexOptions.CultureInvariant) }).First;
        await page.GotoAsync("/mails");
        for (var tries = 0; tries < 40 && !await mail.IsVisibleAsync(); tries++)
            await page.ReloadAsync();
        await mail.ClickAsync();
        await Assertions.Expect(page.Locator("pre, .mail-text").First).ToBeVisibleAsync();
        return await page.Locator("body").InnerTextAsync();
    }

    [GeneratedRegex(@"http://localhost:\d+/\S*(jobs/applications|jobs/post/confirm)/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex(@"/employer/\d+/postings/\d+$")]
    private static partial Regex PostingPath();
}
