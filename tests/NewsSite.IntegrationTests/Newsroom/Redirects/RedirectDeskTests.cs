using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Newsroom.Redirects;

public abstract class RedirectDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_redirect_is_found_by_both_addresses_and_deleted()
    {
        await AddAsync("/Old/Page/", "/pages/about");
        await AddAsync("/blog", "https://elsewhere.example/x");

        var found = Assert.Single((await New<RedirectDesk>().PageAsync("elsewhere", 10, cancel: Cancel)).Items);
        Assert.Equal("/blog", found.FromPath);
        Assert.Equal("/old/page", Assert.Single((await New<RedirectDesk>().PageAsync("OLD/", 10, cancel: Cancel)).Items).FromPath);
        Assert.True(await New<RedirectDesk>().DeleteAsync(found.Id, Cancel));
        Assert.False(await New<RedirectDesk>().DeleteAsync(found.Id, Cancel));
        Assert.Null(await New<OldAddresses>().FindAsync("/blog", "", Cancel));
    }

    [Fact]
    public async Task What_leads_back_to_itself_is_refused_however_long_the_way()
    {
        Assert.Equal(RedirectProblem.None, await AddAsync("/a", "/b"));
        Assert.Equal(RedirectProblem.None, await AddAsync("/b", "/C/?x=1"));
        Assert.Equal(RedirectProblem.IsLoop, await AddAsync("/c", "/a"));
        Assert.Equal(RedirectProblem.None, await AddAsync("/c", "/d"));
        Assert.Equal(RedirectProblem.IsKnown, await AddAsync("/c", "/e"));
        Assert.Equal(RedirectProblem.None, await AddAsync("/c", "/e", replaces: true));
        Assert.Equal(RedirectProblem.IsLoop, await AddAsync("/b", "/b/", replaces: true));
    }

    [Fact]
    public async Task Many_are_added_and_each_wrong_one_is_told()
    {
        var rules = Enumerable.Range(0, 1200).Select(number => new RedirectRule($"/old/{number}", $"/new/{number}"))
            .Append(new RedirectRule("/old/1", "/elsewhere")).Append(new RedirectRule("/new/2", "/old/2")).ToList();

        var problems = await New<RedirectDesk>().AddAsync(rules, replaces: false, Cancel);

        Assert.Equal(1200, problems.Count(problem => problem == RedirectProblem.None));
        Assert.Equal([RedirectProblem.IsKnown, RedirectProblem.IsLoop], problems.TakeLast(2));
        var page = await New<RedirectDesk>().PageAsync("", 50, cancel: Cancel);
        Assert.Equal((50, true), (page.Items.Count, page.HasMore));
        Assert.Equal(page.Items[^1].Id - 1, (await New<RedirectDesk>().PageAsync("", 50, page.Items[^1].Id, Cancel)).Items[0].Id);
    }

    private async Task<RedirectProblem> AddAsync(string from, string to, bool replaces = false)
    {
        var (rule, problem) = RedirectRule.Of(from, to, "https://news.example");
        return rule is null ? problem : await New<RedirectDesk>().AddAsync(rule, replaces, Cancel);
    }

    public sealed class OnSqlite() : RedirectDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : RedirectDeskTests(DatabaseEngine.Postgres);
}
