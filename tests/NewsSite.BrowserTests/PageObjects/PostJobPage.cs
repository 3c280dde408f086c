using Microsoft.Playwright;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>Posting a job, from the form without an account to the button behind the mail's link.</summary>
public sealed class PostJobPage(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public async Task WriteAsync(string title)
    {
        await page.GotoAsync("/jobs/post");
        await page.Locator("[name='Form.Title']").FillAsync(title);
        await page.Locator("[name='Form.Category']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name='Form.Description']").FillAsync("You bake bread and buns with three others, from four in the morning until noon, by the canal.\n\n- you know sourdough\n- you like mornings");
        await page.Locator("[name='Form.Contract']").SelectOptionAsync("Permanent");
        await page.Locator("[name='Form.Hours']").SelectOptionAsync("FullTime");
        await page.Locator("[name='Form.SalaryMin']").FillAsync("2600");
        await page.Locator("[name='Form.SalaryMax']").FillAsync("3100");
        await page.Locator("[name='Form.Places']").First.FillAsync("1000");
        await page.Locator("[name='Form.ApplyWay']").SelectOptionAsync("Mail");
        await page.Locator("[name='Form.ApplyMail']").FillAsync("bread@harbour.example");
        // What is typed is kept while it is typed.
        await Assertions.Expect(page.Locator("[data-keep-status]")).ToHaveTextAsync("Kept");
    }

    public async Task PreviewAsync(string title)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "See it as readers will" });
        var headline = page.Locator("article.vacancy h1");
        var tooFast = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "faster than anybody types" });
        await button.ClickAsync();
        await Assertions.Expect(headline.Or(tooFast)).ToBeVisibleAsync();
        // A machine may be, and does as it is told.
        if (await tooFast.IsVisibleAsync())
            await button.ClickAsync();
        await Assertions.Expect(headline).ToHaveTextAsync(title);
    }

    /// <summary>Says who they are, and uses the link of the mail.</summary>
    public async Task ConfirmAsync(string title, string company, string email)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await page.Locator("[name=CompanyName]").FillAsync(company);
        await page.Locator("[name=PersonName]").FillAsync("An Peeters");
        await page.Locator("[name=Email]").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
        await Assertions.Expect(Title).ToHaveTextAsync("Look into your mailbox");
        await page.GotoAsync(await Mailbox.LinkAsync(page, $"Confirm your job: {title}"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm and hand in" }).ClickAsync();
        await Assertions.Expect(Title).ToHaveTextAsync(title);
    }
}

/// <summary>The desk's queue.</summary>
public static class JobsQueue
{
    public static async Task ApproveAsync(IPage page, string title)
    {
        await page.GotoAsync("/newsroom/postings");
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Assertions.Expect(page.FrameLocator("iframe.preview-frame").Locator("article.vacancy h1")).ToHaveTextAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync(title);
    }
}

/// <summary>The folder into which the papers of these tests put their mails.</summary>
public static class Mailbox
{
    /// <returns>The first link of the newest mail with that subject.</returns>
    public static async Task<string> LinkAsync(IPage page, string subject)
    {
        await Answers.SeesAsync(page, "/mails", System.Net.WebUtility.HtmlEncode(subject));
        await page.GotoAsync("/mails");
        await page.GetByRole(AriaRole.Link, new() { Name = subject, Exact = true }).First.ClickAsync();
        return (await page.Locator("pre a").First.GetAttributeAsync("href"))!;
    }
}
