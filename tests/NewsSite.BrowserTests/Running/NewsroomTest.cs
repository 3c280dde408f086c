using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;

namespace NewsSite.BrowserTests.Running;

/// <summary>A test with staff: everybody is invited for it alone, because the papers are shared.</summary>
public abstract class NewsroomTest(Site site) : BrowserTest(site)
{
    protected async Task<Colleague> HireAsync(PaperProcess paper, string role, string name, Window? window = null)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"{name}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@news.example");
        var colleague = new Colleague(await OpenAsync(window ?? Window.Desk, paper.Address), name, email);
        await colleague.AcceptAsync(await paper.InviteAsync(email, role));
        return colleague;
    }

    /// <summary>A further window of somebody who is signed in, with nothing in its cache.</summary>
    protected async Task<IPage> OpenAsAsync(Colleague colleague, Window window, PaperProcess paper)
    {
        var page = await OpenAsync(window, paper.Address);
        var cookies = await colleague.Page.Context.CookiesAsync();
        await page.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Expires = cookie.Expires,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
            SameSite = cookie.SameSite,
        }));
        return page;
    }

    /// <summary>A headline of this test alone.</summary>
    protected static string Fresh(string headline) => $"{headline} {RandomNumberGenerator.GetHexString(6)}";
}
