using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Figures;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;

namespace NewsSite.IntegrationTests.Web;

/// <summary>The beacon of readers' pages.</summary>
public abstract class SeenTests(DatabaseEngine engine) : SiteTest(engine)
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task A_reader_counts_once_a_day_for_each_thing_and_several_nodes_add_up()
    {
        var ids = await Paper.AddAsync([new Job("Skipper"), new Job("Deckhand")], Cancel);
        var (one, other) = (ids[0], ids[1]);
        foreach (var agent in new[] { Firefox, Firefox, Firefox + " (another)" })
        {
            Assert.Equal(204, (await SendAsync($"view posting/{one}\ntop posting/{other}", agent)).Status);
            Assert.Equal(204, (await SendAsync($"apply posting/{one}", agent)).Status);
        }
        await WriteAsync(Site);
        await using (var node = new Site(Paper))
        {
            await SendAsync($"view posting/{one}", Firefox, node, []);
            await WriteAsync(node);
        }
        Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync($"view posting/{one}", Firefox);
        await WriteAsync(Site);

        var sums = await Paper.New<PostingFigures>().SumsAsync([one, other], Cancel);
        Assert.Equal((4, 0, 2), (sums[one].Views, sums[one].Shown, sums[one].ApplyClicks));
        Assert.Equal((0, 2, 0), (sums[other].Views, sums[other].Shown, sums[other].ApplyClicks));
        Assert.Equal([3, 1], (await Paper.New<PostingFigures>().DaysAsync(one, new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 19), Cancel)).Select(day => day.Views));
    }

    [Fact]
    public async Task Robots_and_what_there_is_not_are_not_counted()
    {
        var published = await Paper.AddAsync(new Job("Skipper"), Cancel);
        var draft = await Paper.AddAsync(new Job("Deckhand") { IsPublished = false }, Cancel);
        foreach (var agent in new[] { "", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.5.0", "Mozilla/5.0 HeadlessChrome/140.0" })
            Assert.Equal(204, (await SendAsync($"view posting/{published}", agent)).Status);
        Assert.Equal(204, (await SendAsync($"view posting/{draft}\nview posting/999999999", Firefox)).Status);
        await WriteAsync(Site);
        Assert.Empty(await Paper.New<NewsDb>().Set<Figure>().ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("view posting/0")]
    [InlineData("view posting/-1")]
    [InlineData("view posting/1\n")]
    [InlineData("view posting/99999999999999999999")]
    [InlineData("erase posting/1")]
    [InlineData("view user/1")]
    [InlineData("view posting/1; drop table figures")]
    [InlineData("{\"view\":1}")]
    [InlineData("view posting/١")]
    public async Task Hostile_bodies_are_refused_whole(string body)
    {
        Assert.Equal(400, (await SendAsync(body, Firefox)).Status);
        Assert.Equal(400, (await SendAsync("view posting/1\n" + body, Firefox)).Status);
    }

    [Fact]
    public async Task Too_much_at_once_is_refused()
    {
        Assert.Equal(400, (await SendAsync(string.Join('\n', Enumerable.Range(1, 61).Select(id => $"view posting/{id}")), Firefox)).Status);
        Assert.Equal(413, (await SendAsync(new string('x', 5000), Firefox)).Status);
        Assert.Equal(204, (await SendAsync(string.Join('\n', Enumerable.Range(1, 60).Select(id => $"view posting/{id}")), Firefox)).Status);
        var limited = 0;
        for (var time = 0; time < 200 && limited == 0; time++)
            limited += (await SendAsync("view posting/1", Firefox)).Status == 429 ? 1 : 0;
        Assert.Equal(1, limited);
    }

    [Fact]
    public async Task Pages_of_others_are_refused_and_no_cookie_is_set()
    {
        var id = await Paper.AddAsync(new Job("Skipper"), Cancel);
        Assert.Equal(403, (await SendAsync($"view posting/{id}", Firefox, ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(403, (await SendAsync($"view posting/{id}", Firefox, ("Origin", "https://evil.example"))).Status);
        var answer = await SendAsync($"view posting/{id}", Firefox, ("Origin", Site.PublicUrl), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal((204, null), (answer.Status, answer["Set-Cookie"]));
    }

    private static Task WriteAsync(Site site) => site.Services.GetRequiredService<FigureWriter>().WriteAsync(Cancel);

    private Task<Answer> SendAsync(string body, string agent, params IEnumerable<(string Name, string Value)> headers) => SendAsync(body, agent, Site, headers);

    private static Task<Answer> SendAsync(string body, string agent, Site to, params IEnumerable<(string Name, string Value)> headers)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain;charset=UTF-8");
        return to.SendAsync(HttpMethod.Post, "/seen", content, agent.Length == 0 ? headers : headers.Append(("User-Agent", agent)));
    }

    public sealed class OnSqlite() : SeenTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SeenTests(DatabaseEngine.Postgres);
}
