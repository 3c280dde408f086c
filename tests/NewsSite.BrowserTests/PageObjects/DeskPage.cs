using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>What every page of the newsroom has.</summary>
public abstract class DeskPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>What was just done.</summary>
    public ILocator Said => Page.Locator(".notice--good");

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
