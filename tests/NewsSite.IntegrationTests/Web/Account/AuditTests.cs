using NewsSite.Accounts.Roles;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Account;

public abstract class AuditTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task The_trail_is_searched_by_who_what_and_day()
    {
        await WriteAsync("publish", "article", 7, "Trams at night", "Bea");
        Clock.Advance(TimeSpan.FromDays(1));
        var ada = await SignedInAsync(Role.Administrator);
        await WriteAsync("unpublish", "article", 7, "Trams 100% \"late\"", "Carl");

        Assert.Equal(["Carl unpublish", "Bea publish"], await FoundAsync(ada, "?kind=article"));
        Assert.Equal(["Carl unpublish"], await FoundAsync(ada, "?q=100%25"));
        Assert.Equal(["Bea publish"], await FoundAsync(ada, "?q=bea"));
        Assert.Equal(["Bea publish"], await FoundAsync(ada, "?what=publish"));
        Assert.Equal(["Carl unpublish"], await FoundAsync(ada, "?from=2026-11-19"));
        Assert.Equal(["Bea publish"], await FoundAsync(ada, "?kind=article&to=2026-11-18"));
        Assert.Equal([], await FoundAsync(ada, "?q=%25%25%25"));
        Assert.Equal(400, (await ada.AskAsync(HttpMethod.Get, "/newsroom/audit?from=yesterday")).Status);
    }

    [Fact]
    public async Task It_is_read_page_by_page_to_its_end()
    {
        var ada = await SignedInAsync(Role.Administrator);
        for (var number = 0; number < 120; number++)
            await WriteAsync("save", "article", number, $"Piece {number}", "Bea");
        var seen = new List<string>();
        for (var page = await ada.OpenAsync("/newsroom/audit?what=save"); ; page = await ada.OpenAsync(page.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!))
        {
            seen.AddRange(page.Page.QuerySelectorAll("tbody tr td:nth-child(4)").Select(cell => cell.TextContent));
            if (page.Page.QuerySelector("a[rel=next]") is null)
                break;
        }
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(number => $"article {number} Piece {number}"), seen);
    }

    [Fact]
    public async Task It_is_taken_along_as_csv_in_which_no_cell_is_a_formula()
    {
        var ada = await SignedInAsync(Role.Administrator);
        await WriteAsync("publish", "article", 7, "=HYPERLINK(\"https://evil.example\")", "@Bea");

        var file = await ada.AskAsync(HttpMethod.Get, "/newsroom/audit?kind=article&handler=Csv");

        Assert.Equal(("text/csv", "attachment; filename=\"audit-2026-11-18.csv\""), (file.MediaType, file["Content-Disposition"]));
        var lines = file.Text.TrimEnd().Split("\r\n");
        Assert.StartsWith("\uFEFFid,at (UTC),who id,who,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",'@Bea,publish,article,7,\"'=HYPERLINK(\"\"https://evil.example\"\")\",", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_noted()
    {
        var services = Paper.NewScope();
        var db = Get<NewsDb>(services);
        await using (await db.BeginWriteAsync(Cancel))
        {
            Get<AuditTrail>(services).Note(new AuditNote { Verb = "publish", Kind = "article" });
            await db.SaveChangesAsync(Cancel);
        }
        Assert.Empty(await TrailAsync());
    }

    [Fact]
    public async Task It_says_from_which_address_and_request()
    {
        var visitor = await SignedInAsync(Role.Administrator);
        await visitor.OpenAsync("/account/sign-out");
        await visitor.SendAsync("");

        var entry = (await New<AuditSearch>().PageAsync(new AuditQuestion(), 1, cancel: Cancel)).Items.Single();
        Assert.Equal(("sign out", "Administrator", Clock.Now), (entry.Verb, entry.ActorName, entry.At));
        Assert.NotEqual("", entry.RequestId);
        Assert.NotNull(entry.ActorId);
    }

    private async Task WriteAsync(string verb, string kind, long id, string thing, string who)
    {
        var services = Paper.NewScope();
        Get<AuditTrail>(services).By(4711, who);
        Get<AuditTrail>(services).Note(new AuditNote { Verb = verb, Kind = kind, Id = id, Thing = thing });
        await Get<NewsDb>(services).SaveAsync(Cancel);
    }

    private static T Get<T>(IServiceProvider services) => (T)services.GetService(typeof(T))!;

    private static async Task<IReadOnlyList<string>> FoundAsync(Visitor visitor, string query)
    {
        var page = await visitor.OpenAsync("/newsroom/audit" + query);
        return [.. page.Page.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[1].TextContent} {row.Children[2].TextContent}").Where(row => !row.StartsWith("Administrator", StringComparison.Ordinal) && !row.StartsWith("NewsSite", StringComparison.Ordinal))];
    }

    public sealed class OnSqlite() : AuditTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : AuditTests(DatabaseEngine.Postgres);
}
