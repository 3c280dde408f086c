using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>The form for an alert, the mails that lie in the folder, and the pages behind their links.</summary>
internal sealed partial class AlertPages(IPage page)
{
    /// <summary>Asks for an alert on the page of a search.</summary>
    public static async Task<AlertPages> AskAsync(IPage page, string search, string email)
    {
        await page.GotoAsync(search);
        var form = page.GetByRole(AriaRole.Form, new() { Name = "E-mail alert" });
        await form.GetByLabel("E-mail address").FillAsync(email);
        await form.GetByLabel("How often").SelectOptionAsync("AtOnce");
        await form.GetByRole(AriaRole.Button, new() { Name = "Alert me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Please look at your mail");
        return new AlertPages(page);
    }

    public async Task ConfirmAsync(string name)
    {
        await OpenMailAsync("Please confirm", name);
        await FollowAsync("/alerts/confirm/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, send it to me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your alert has begun");
    }

    /// <summary>The HTML of the mail that was opened last.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>The mail with that in its subject, once it lies in the folder.</summary>
    public async Task OpenMailAsync(params string[] subject)
    {
        await Answers.SeesAsync(page, "/mails", subject[^1]);
        await page.GotoAsync("/mails");
        var link = subject.Aggregate(page.GetByRole(AriaRole.Link), (links, words) => links.Filter(new() { HasText = words })).First;
        Mail = await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), await link.GetAttributeAsync("href") + "/html").AbsoluteUri)).TextAsync();
    }

    public async Task OpenPreferencesAsync(string name)
    {
        await FollowAsync("/alerts/mine/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
    }

    public async Task StopByMailAsync(string subject)
    {
        await OpenMailAsync(subject);
        await FollowAsync("/alerts/stop/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop these mails" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You get no more of these mails");
    }

    /// <summary>The mail is shown where nothing can be clicked, so its link is opened by its address.</summary>
    private async Task FollowAsync(string path) => await page.GotoAsync(System.Net.WebUtility.HtmlDecode(Link().Matches(Mail).Select(link => link.Groups["address"].Value).First(address => address.Contains(path, StringComparison.Ordinal))));

    [GeneratedRegex("href=\"(?<address>[^\"]+)\"")]
    private static partial Regex Link();
}
