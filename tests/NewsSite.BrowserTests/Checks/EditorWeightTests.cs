using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

/// <summary>What opening an article in the newsroom asks of a line, with nothing in the cache; kilobytes of 1000 bytes.</summary>
public sealed class EditorWeightTests(Site site) : NewsroomTest(site)
{
    private const string Loaded = "() => performance.getEntriesByType('resource').map(entry => entry.name)";

    private const string ScriptBytes = """
        () => performance.getEntriesByType('resource').filter(entry => new URL(entry.name).pathname.endsWith('.js')).reduce((sum, entry) => sum + entry.encodedBodySize, 0)
        """;

    [Fact]
    public async Task The_editor_is_there_after_thirty_requests_and_half_a_megabyte_of_script()
    {
        var paper = await DeskAsync(Database.SQLite);
        var an = await HireAsync(paper, "editor", "An");
        var editor = await (await ArticleListPage.OpenAsync(an.Page)).StartAsync(Fresh("Light herons"));
        await editor.TypeAsync("They weigh two kilograms.");
        await editor.SaveAsync();

        var page = await OpenAsAsync(an, Window.Desk, paper);
        await EditorPage.OpenAsync(page, new Uri(an.Page.Url).AbsolutePath);

        var loaded = await page.EvaluateAsync<string[]>(Loaded);
        Assert.True(loaded.Length + 1 <= 30, string.Join('\n', loaded));
        Assert.InRange(await page.EvaluateAsync<int>(ScriptBytes), 1, 499_999);
    }
}
