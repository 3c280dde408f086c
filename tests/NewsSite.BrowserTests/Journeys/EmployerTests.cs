using System.Security.Cryptography;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>People who post jobs, on both databases.</summary>
public sealed class EmployerTests(Site site) : NewsroomTest(site)
{
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_job_is_posted_without_an_account_and_a_colleague_joins(Database database)
    {
        var paper = await DeskAsync(database);
        var (title, company) = (Fresh("Baker by the canal"), Fresh("Harbour Bakery"));
        var domain = $"harbour-{RandomNumberGenerator.GetHexString(6, lowercase: true)}.example";
        var an = await OpenAsync(Window.Desk, paper.Address);
        var form = new PostJobPage(an);
        await form.WriteAsync(title);
        // Kept while it was typed, it is there again.
        await an.GotoAsync("/jobs");
        await an.GotoAsync("/jobs/post");
        await Assertions.Expect(an.Locator("[name='Form.Title']")).ToHaveValueAsync(title);
        await form.PreviewAsync(title);
        await form.ConfirmAsync(title, company, "an@" + domain);

        await JobsQueue.ApproveAsync((await HireAsync(paper, "jobs-desk", "Desk")).Page, title);
        await Answers.SeesAsync(an, "/jobs", title);

        await JoinAsync(an, await OpenAsync(Window.Phone, paper.Address), company, "bea@" + domain);
    }

    private static async Task JoinAsync(IPage owner, IPage colleague, string company, string email)
    {
        await owner.GotoAsync("/employer");
        await owner.GotoAsync(new Uri(owner.Url).AbsolutePath + "/people");
        await owner.Locator("[name=Email]").FillAsync(email);
        await owner.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Assertions.Expect(owner.Locator(".said")).ToContainTextAsync(email);
        await colleague.GotoAsync("/jobs");
        await colleague.GotoAsync(await Mailbox.LinkAsync(colleague, $"Post jobs for {company}"));
        await colleague.Locator("[name=PersonName]").FillAsync("Bea");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Accept the invitation" }).ClickAsync();
        await Assertions.Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Jobs of {company}");
    }
}
