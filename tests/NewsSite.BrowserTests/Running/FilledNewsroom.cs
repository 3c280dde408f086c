using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;

namespace NewsSite.BrowserTests.Running;

/// <summary>
/// A newsroom in which something has happened, for checks that look at every page: an article with a picture, versions, a comment
/// and a link for outside; another that is planned, one in the bin; a picture without sizes, a redirect, a planned front page, an open invitation, a job that waits.
/// </summary>
public sealed class FilledNewsroom(Site site) : IAsyncLifetime
{
    /// <summary>Cookies of an administrator.</summary>
    public string Session { get; private set; } = "";

    public PaperProcess Paper { get; private set; } = null!;

    /// <summary>Numbers that stand for {id} below a list.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    private readonly Dictionary<string, string> _ids = [];

    public async ValueTask InitializeAsync()
    {
        if (Site.Missing is not null)
            return;
        Paper = await site.DeskAsync(Database.SQLite);
        await using var context = await site.Browser.NewContextAsync(new() { BaseURL = Paper.Address, ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB" });
        var email = $"filler-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@news.example";
        var administrator = new Colleague(await context.NewPageAsync(), "Fien", email);
        await administrator.AcceptAsync(await Paper.InviteAsync(email, "administrator"));
        await FillAsync(administrator.Page);
        Session = await context.StorageStateAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task FillAsync(IPage page)
    {
        _ids["/newsroom/articles"] = await WriteAsync(page);
        _ids["/newsroom/media"] = await FirstBelowAsync(page, "/newsroom/media");
        await PlanAndBinAsync(page);
        await UploadWithoutSizesAsync(page);
        await page.GotoAsync("/newsroom/redirects");
        await page.GetByLabel("Old address").FillAsync("/old/otters");
        await page.GetByLabel("New address").FillAsync("/latest");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GotoAsync("/newsroom/occupations");
        await page.Locator("summary", new() { HasText = "New occupation" }).ClickAsync();
        await page.Locator("[name^=Names]").First.FillAsync("otter keeper\nlutrine warden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the occupation" }).ClickAsync();
        await PostJobAsync(page);
        await page.GotoAsync("/jobs");
        await new JobListPage(page).OpenFirstAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Report this job" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.Locator("textarea[name=Text]").FillAsync("The otters in the picture do not work there.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your report is with our desk")).ToBeVisibleAsync();
        await page.GotoAsync("/newsroom/people");
        await page.GetByLabel("E-mail address").FillAsync("soon@news.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await page.GotoAsync("/newsroom/front?edition=en");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(await TomorrowAsync(page));
        await page.Locator("#plan-time").FillAsync("18:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Planned", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    /// <summary>By an employer, in a window of their own: it waits for the desk.</summary>
    private async Task PostJobAsync(IPage page)
    {
        await using var window = await page.Context.Browser!.NewContextAsync(new() { BaseURL = Paper.Address, Locale = "en-GB" });
        var form = new PostJobPage(await window.NewPageAsync());
        await form.WriteAsync("Otter warden");
        await form.PreviewAsync("Otter warden");
        await form.ConfirmAsync("Otter warden", "Otters Ltd", $"warden-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@otters.example");
    }

    /// <summary>Published, and changed since.</summary>
    private static async Task<string> WriteAsync(IPage page)
    {
        var editor = await (await ArticleListPage.OpenAsync(page)).StartAsync("Otters in the office");
        var path = new Uri(page.Url).AbsolutePath;
        await editor.UploadPictureAsync("An otter at a desk");
        await editor.TypeAsync("Three otters live under the bridge.");
        await editor.SaveAsync();
        await editor.CommentAsync("Three otters", "Who has counted them?");
        await editor.PublishAsync();
        editor = await EditorPage.OpenAsync(page, path);
        await editor.TypeAsync(" A fourth has come.");
        await editor.SaveAsync();
        await page.GotoAsync(path + "/preview");
        await page.Locator("summary", new() { HasText = "Links for people outside" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Link", new() { Exact = true })).ToBeVisibleAsync();
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static async Task PlanAndBinAsync(IPage page)
    {
        foreach (var headline in new[] { "Otters tomorrow", "Otters no more" })
        {
            var editor = await (await ArticleListPage.OpenAsync(page)).StartAsync(headline);
            await editor.TypeAsync("They are expected.");
            await editor.SaveAsync();
            var publish = await PublishPage.OpenAsync(page, new Uri(page.Url).AbsolutePath);
            if (headline == "Otters no more")
                await publish.PutInTheBinAsync();
            else
                await publish.PlanAsync(DateOnly.ParseExact(await TomorrowAsync(page), "yyyy-MM-dd", CultureInfo.InvariantCulture), "18:00");
        }
    }

    /// <summary>As who has no script uploads: the file as it is.</summary>
    private static async Task UploadWithoutSizesAsync(IPage page)
    {
        var picture = await EditorPage.DrawAsync(page);
        await page.GotoAsync("/newsroom/media/upload");
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "whole.png", MimeType = "image/png", Buffer = picture });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/upload", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }

    private static Task<string> TomorrowAsync(IPage page) => page.EvaluateAsync<string>("new Date(Date.now() + 86400000).toISOString().slice(0, 10)");

    /// <summary>The number of the first thing that a list leads to.</summary>
    public static async Task<string> FirstBelowAsync(IPage page, string list)
    {
        await page.GotoAsync(list);
        var paths = await page.Locator("main a").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)");
        return paths.FirstOrDefault(path => path.StartsWith(list + "/", StringComparison.Ordinal) && long.TryParse(path[(list.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } found
            ? found[(list.Length + 1)..]
            : throw new InvalidOperationException($"{list} leads to nothing: say in FilledNewsroom what its pages are about.");
    }
}
