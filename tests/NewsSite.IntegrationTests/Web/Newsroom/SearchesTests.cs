using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Platform.Database;
using NewsSite.Search.Figures;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>What readers search, as the newsroom sees it.</summary>
public abstract class SearchesTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task The_newsroom_sees_what_was_searched_what_found_nothing_and_what_was_opened()
    {
        var id = await Paper.AddAsync(new Piece("Trams at night"), Cancel);
        Ask("=tram", 4);
        Ask("zeppelin", 3, foundNothing: true);
        Ask("once only", 1);
        Assert.Equal(204, (await OpenAsync("=tram", "article", id)).Status);
        await Site.Services.GetRequiredService<FigureWriter>().WriteAsync(Cancel);
        var editor = await SignedInAsync(Role.Editor);

        var searched = await editor.OpenAsync("/newsroom/searches");
        Assert.Equal(["=tram 4 0 1", "zeppelin 3 3 0"], Rows(searched));
        Assert.Contains("8 searches, 3 found nothing, 1 results opened", searched.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(["zeppelin 3 3 0"], Rows(await editor.OpenAsync("/newsroom/searches?show=empty&days=7")));
        Assert.Equal(["Trams at night Article 1"], Rows(await editor.OpenAsync("/newsroom/searches?show=opened")));
        Assert.Equal([], Rows(await editor.OpenAsync("/newsroom/searches?in=jobs")));
        var tram = await editor.OpenAsync("/newsroom/searches?days=90&words=%3Dtram");
        Assert.Contains("Trams at night Article 1", Rows(tram));
        Assert.Equal(404, (await editor.AskAsync(HttpMethod.Get, "/newsroom/searches?words=once+only")).Status);

        var file = await editor.AskAsync(HttpMethod.Get, "/newsroom/searches?handler=Csv");
        Assert.Equal(["\uFEFFday,week from,in,words,searched,found nothing,opened", "2026-11-18,2026-11-16,paper,'=tram,4,0,1", "2026-11-18,2026-11-16,paper,zeppelin,3,3,0"], file.Text.TrimEnd().Split("\r\n"));
    }

    [Fact]
    public async Task Hostile_choices_show_the_page()
    {
        var desk = await SignedInAsync(Role.JobsDesk);
        foreach (var query in new[] { "days=-1", "days=9999999999999", "in=%00", "in=7", "show=99", "after=5", "after=5.%ED%A0%80", "after=-1.x", "after=99999999999999.x", "words=%22%27%3B--" })
            Assert.Contains((await desk.AskAsync(HttpMethod.Get, "/newsroom/searches?" + query)).Status, new[] { 200, 404 });
    }

    [Fact]
    public async Task What_pages_of_others_send_is_not_counted()
    {
        Assert.Equal(403, (await OpenAsync("tram", "article", 1, ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(403, (await OpenAsync("tram", "article", 1, ("Origin", "https://evil.example"))).Status);
        Assert.Equal(403, (await OpenAsync("tram", "article", 1, ("Origin", "null"))).Status);
        Assert.Equal(204, (await OpenAsync("tram", "article", 1, ("Origin", Site.PublicUrl), ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(400, (await OpenAsync("tram", "user", 1)).Status);
        Assert.Equal(400, (await OpenAsync("tram", "article", -1)).Status);
        Assert.Equal(400, (await OpenAsync("", "article", 1)).Status);
    }

    private Task<Answer> OpenAsync(string words, string kind, long id, params IEnumerable<(string Name, string Value)> headers) =>
        Site.PostAsync("/search/opened", [new("q", words), new("in", "paper"), new("kind", kind), new("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture))], headers);

    private void Ask(string words, int times, bool foundNothing = false)
    {
        for (var time = 0; time < times; time++)
            Site.Services.GetRequiredService<SearchCounter>().Ask(SearchedIn.Paper, words, foundNothing);
    }

    private static List<string> Rows(Answer page) => [.. page.Page.QuerySelectorAll("main > table tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))];

    public sealed class OnSqlite() : SearchesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SearchesTests(DatabaseEngine.Postgres);
}
