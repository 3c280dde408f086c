using System.Security.Cryptography;
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
        ExpectsErrors = true; // The folder of mails has no icon, which the console names.
        var paper = await DeskAsync(database);
        var title = Fresh("Baker of bread");
        var employer = await OpenAsync(Window.Desk, paper.Address);
        await PostAsync(employer, title);
        await JobsQueue.ApproveAsync((await HireAsync(paper, "jobs-desk", "Desk")).Page, title);
        await employer.GotoAsync("/employer");
        await employer.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await employer.WaitForURLAsync(url => Posting().IsMatch(url), new() { WaitUntil = WaitUntilState.Commit });
        var (company, job) = (Posting().Match(employer.Url).Groups["company"].Value, Posting().Match(employer.Url).Groups["job"].Value);

        var applicant = await OpenAsync(Window.Phone, paper.Address);
        await ApplyAsync(applicant, job, title);
        await AnswerAsync(employer, company);
        await Mailbox.LinkAsync(applicant, $"Your application as {title}");

        await employer.GotoAsync($"/employer/{company}/postings/{job}");
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
        await reader.GotoAsync("/jobs");
        await new JobListPage(reader).OpenFirstAsync();
        var title = await reader.Locator("h1").InnerTextAsync();

        await reader.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = "Saved jobs" }).ClickAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(reader.GetByText("Nothing is saved yet.")).ToBeVisibleAsync();
    }

    /// <summary>A company without an account writes a job that takes applications on its own page.</summary>
    private static async Task PostAsync(IPage employer, string title)
    {
        var form = new PostJobPage(employer);
        await form.WriteAsync(title);
        await employer.Locator("[name='Form.ApplyWay']").SelectOptionAsync("OnSite");
        await form.PreviewAsync(title);
        await form.ConfirmAsync(title, Fresh("Bread Bakery"), $"an-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@bread.example");
    }

    private static async Task ApplyAsync(IPage applicant, string job, string title)
    {
        await applicant.GotoAsync($"/jobs/{job}");
        await applicant.GetByRole(AriaRole.Link, new() { Name = "Apply here" }).ClickAsync();
        await applicant.GetByLabel("Your name").FillAsync("Anna Peeters");
        await applicant.GetByLabel("E-mail address").FillAsync("anna@reader.example");
        await applicant.GetByLabel("Your letter").FillAsync("I baked bread for years.");
        await applicant.GetByLabel("Your CV").SetInputFilesAsync(new FilePayload { Name = "My CV.docx", MimeType = "application/octet-stream", Buffer = CvSamples.Docx() });
        await applicant.GetByRole(AriaRole.Button, new() { Name = "Send the application" }).ClickAsync();
        await Assertions.Expect(applicant.GetByText("Sent. Your application is with")).ToBeVisibleAsync();
        await applicant.GotoAsync(await Mailbox.LinkAsync(applicant, $"Your application: {title}"));
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

    [GeneratedRegex(@"/employer/(?<company>\d+)/postings/(?<job>\d+)")]
    private static partial Regex Posting();
}
