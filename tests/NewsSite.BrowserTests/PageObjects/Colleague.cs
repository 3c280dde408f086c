using Microsoft.Playwright;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>Somebody of the staff at their own window.</summary>
public sealed record Colleague(IPage Page, string Name, string Email)
{
    public const string Password = "seven quiet herons on a weir";

    /// <summary>The page's load event may be over before anybody waits for it; what is asked of the page next waits by itself.</summary>
    private static readonly PageWaitForURLOptions Committed = new() { WaitUntil = WaitUntilState.Commit };

    private Authenticator? _phone;

    /// <summary>Accepts the invitation and sets up the second factor.</summary>
    public async Task AcceptAsync(string invitation)
    {
        await Page.GotoAsync(invitation);
        await Page.GetByLabel("Your name, as colleagues see it").FillAsync(Name);
        await Page.GetByLabel("Choose a password").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Accept the invitation" }).ClickAsync();

        _phone = new Authenticator(await Page.Locator(".key code").InnerTextAsync());
        await Page.GetByLabel("Code").FillAsync(_phone.Next());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/two-factor", StringComparison.Ordinal), Committed);
    }

    /// <summary>What the phone shows, once each.</summary>
    public string Code() => _phone!.Next();

    public async Task SignOutAsync()
    {
        await Page.GotoAsync("/account");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.Equals("/account", StringComparison.Ordinal), Committed);
    }

    /// <summary>With the password and a code from the phone.</summary>
    public async Task SignInAsync()
    {
        await Page.GotoAsync("/newsroom");
        await Page.GetByLabel("E-mail address").FillAsync(Email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.GetByLabel("Code").FillAsync(Code());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Articles");
    }
}
