using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>
/// The whole line through the site, on both databases: from the empty page in the newsroom to what a reader finds. It grows with
/// the site; today it ends with a job that an employer has posted and the desk has approved.
/// </summary>
public sealed class WholeLineTests(Site site) : NewsroomTest(site)
{
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_written_is_published_read_and_found(Database database)
    {
        var paper = await DeskAsync(database);
        var headline = Fresh("Otters under the bridge");

        await PublishAsync(await HireAsync(paper, "editor", "An"), headline);
        var reader = await OpenAsync(Window.Desk, paper.Address);
        var article = await ReadAsync(reader, headline);
        article = await FindAsync(article, headline);
        await LookForWorkAsync(article);
        await PostJobAsync(await OpenAsync(Window.Desk, paper.Address), (await HireAsync(paper, "jobs-desk", "Bo")).Page, Fresh("Otter keeper"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_alert_is_confirmed_its_mail_lies_in_the_folder_and_one_click_stops_it(Database database)
    {
        var paper = await DeskAsync(database);
        var word = "heron" + System.Security.Cryptography.RandomNumberGenerator.GetHexString(6, lowercase: true);
        var reader = await OpenAsync(Window.Desk, paper.Address);

        var alerts = await AlertPages.AskAsync(reader, "/search?q=" + word, $"{word}@reader.example");
        await alerts.ConfirmAsync(word);
        await PublishAsync(await HireAsync(paper, "editor", "Bo"), $"A {word} by the lock");
        await alerts.OpenMailAsync($"A {word} by the lock");
        Assert.Contains($"A {word} by the lock</a>", alerts.Mail, StringComparison.Ordinal);

        await alerts.OpenPreferencesAsync(word);
        await alerts.StopByMailAsync($"A {word} by the lock");
    }

    private static async Task PublishAsync(Colleague editor, string headline)
    {
        var written = await (await ArticleListPage.OpenAsync(editor.Page)).StartAsync(headline);
        await written.UploadPictureAsync("An otter, or a log");
        await written.TypeAsync("Three otters live under the bridge.");
        await written.SaveAsync();
        await written.PublishAsync();
    }

    /// <summary>On the front page, where it is the newest.</summary>
    private static async Task<ArticlePage> ReadAsync(IPage reader, string headline)
    {
        await reader.GotoAsync("/latest");
        await Answers.SeesAsync(reader, "/", headline);
        var article = await (await FrontPage.OpenAsync(reader)).ReadAsync(headline);
        await Assertions.Expect(article.Title).ToHaveTextAsync(headline);
        await Assertions.Expect(reader.Locator(".story-body")).ToContainTextAsync("Three otters live under the bridge.");
        await Assertions.Expect(reader.GetByAltText("An otter, or a log")).ToBeVisibleAsync();
        return article;
    }

    private static async Task<ArticlePage> FindAsync(ArticlePage article, string headline)
    {
        await Answers.SeesAsync(article.Page, "/search?q=" + Uri.EscapeDataString(headline), "<mark"); // The index follows what is published.
        var search = await article.SearchAsync(headline);
        await Assertions.Expect(search.Marks.First).ToBeVisibleAsync();
        article = await search.OpenAsync(headline);
        await Assertions.Expect(article.Title).ToHaveTextAsync(headline);
        return article;
    }

    /// <summary>Beside the article, and from there to the advert.</summary>
    private static async Task LookForWorkAsync(ArticlePage article)
    {
        var title = (await article.TopJobs.TitlesAsync())[0];
        var job = await article.TopJobs.OpenFirstAsync();
        await Assertions.Expect(job.Title).ToHaveTextAsync(title);
        await Assertions.Expect(job.Apply.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
    }

    /// <summary>From the form without an account by a mail and the desk to the readers.</summary>
    private static async Task PostJobAsync(IPage employer, IPage desk, string title)
    {
        var form = new PostJobPage(employer);
        await form.WriteAsync(title);
        await form.PreviewAsync(title);
        await form.ConfirmAsync(title, Fresh("Otters and Sons"), $"{Guid.NewGuid():N}@otters.example");
        await JobsQueue.ApproveAsync(desk, title);
        await Answers.SeesAsync(employer, "/jobs", title);
        await Answers.SeesAsync(employer, "/jobs?q=" + Uri.EscapeDataString(title), "<mark");
    }
}
