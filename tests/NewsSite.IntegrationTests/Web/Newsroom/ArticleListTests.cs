using AngleSharp.Dom;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class ArticleListTests(DatabaseEngine engine) : WritingTest(engine)
{
    [Fact]
    public async Task It_is_narrowed_down_by_author_tag_and_day()
    {
        await Paper.AddAsync(new Piece("Trams") { Authors = ["lena-maes"], Tags = ["rails"] }, Cancel);
        var day = Clock.Now;
        Clock.Advance(TimeSpan.FromDays(2));
        await Paper.AddAsync(new Piece("Buses") { Authors = ["lena-smet"], Tags = ["roads"] }, Cancel);
        var editor = await SignedInAsync(Role.Editor);

        Assert.Equal(["Buses"], await TitlesAsync(editor, "author=smet"));
        Assert.Equal(["Trams"], await TitlesAsync(editor, "tag=Rails"));
        Assert.Equal(["Trams"], await TitlesAsync(editor, $"to={day:yyyy-MM-dd}"));
        Assert.Equal(["Buses"], await TitlesAsync(editor, $"from={day.AddDays(1):yyyy-MM-dd}"));
        // The form keeps what was asked, and shows the fields that ask it.
        Assert.Equal((true, $"{day.AddDays(1):yyyy-MM-dd}"), (editor.Page.Page.QuerySelector(".filters-more")!.HasAttribute("open"), editor.Page.Page.QuerySelector("#from")!.GetAttribute("value")));
        Assert.Equal(["Buses", "Trams"], await TitlesAsync(editor, "from=nonsense&to="));
        Assert.False(editor.Page.Page.QuerySelector(".filters-more")!.HasAttribute("open"));
        // A name in the list leads to what that author signed.
        await editor.OpenAsync(editor.Page.Page.QuerySelector("tbody .rows-note a")!.GetAttribute("href")!);
        Assert.Equal(["Buses"], Titles(editor.Page.Page));
    }

    [Fact]
    public async Task A_name_that_is_not_clear_is_asked_about()
    {
        await Paper.AddAsync([new Piece("Trams") { Authors = ["lena-maes"] }, new Piece("Buses") { Authors = ["lena-smet"] }], Cancel);
        var editor = await SignedInAsync(Role.Editor);

        Assert.Empty(await TitlesAsync(editor, "author=lena&q=s"));
        Assert.Equal("Whom do you mean by “lena”?", editor.Page.TextOf(".notice p"));
        await editor.OpenAsync(editor.Page.Page.QuerySelectorAll(".choices a").Single(choice => choice.TextContent == "lena-maes").GetAttribute("href")!);
        Assert.Equal(["Trams"], Titles(editor.Page.Page));

        Assert.Empty(await TitlesAsync(editor, "author=Nobody"));
        Assert.Equal("No author is called “Nobody”.", editor.Page.TextOf(".notice"));
        Assert.Empty(await TitlesAsync(editor, "tag=%25"));
        Assert.Equal("There is no tag “%”.", editor.Page.TextOf(".notice"));
    }

    private static async Task<List<string>> TitlesAsync(Visitor visitor, string query) => Titles((await visitor.OpenAsync("/newsroom/articles?" + query)).Page);

    private static List<string> Titles(IParentNode page) => [.. page.QuerySelectorAll("tbody .rows-title").Select(title => title.TextContent).Order(StringComparer.Ordinal)];

    public sealed class OnSqlite() : ArticleListTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ArticleListTests(DatabaseEngine.Postgres);
}
