using System.Globalization;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class BinAndBulkTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task An_article_goes_to_the_bin_and_comes_back()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"/newsroom/articles/{id}/publish");
        await editor.SendAsync("handler=Bin");
        Assert.Equal(("Recycle bin", "“Trams” lies in the recycle bin."), (editor.Page.Title, editor.Page.TextOf(".notice--good")));
        await Site.FollowAsync();
        Assert.Equal(410, (await Site.GetAsync($"/news/city/{id}/trams")).Status);

        await editor.SendAsync("handler=Restore");
        Assert.Contains("is restored", editor.Page.TextOf(".notice--good"), StringComparison.Ordinal);
        await editor.OpenAsync($"/newsroom/articles/{id}/publish");
        await editor.SendAsync("handler=Publish", ("As", "Update"));
        await Site.FollowAsync();
        Assert.Equal(200, (await Site.GetAsync($"/news/city/{id}/trams")).Status);
        Assert.Equal(["Editor: bin Trams", "Editor: restore Trams", "Editor: publish Trams"], (await TrailAsync()).Where(line => line.EndsWith("Trams", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_a_chief_editor_removes_for_good()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"/newsroom/articles/{id}/publish");
        await editor.SendAsync("handler=Bin");
        Assert.Empty(editor.Page.Page.QuerySelectorAll("[formaction]"));
        // Posted past what the page offers.
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)editor.Page.Page.QuerySelector("main form")!;
        form.SetAttribute("action", "?handler=Remove");
        Assert.Equal(403, (await editor.SendAsync(form)).Status);

        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/bin");
        form = (AngleSharp.Html.Dom.IHtmlFormElement)chief.Page.Page.QuerySelector("main form")!;
        form.SetAttribute("action", chief.Page.Page.QuerySelector("[formaction]")!.GetAttribute("formaction")!);
        await chief.SendAsync(form);
        Assert.Equal("“Trams” is removed for good.", chief.Page.TextOf(".notice--good"));
        Assert.Null(await New<EditorialDesk>().FindAsync(id, Cancel));
        Assert.Equal(410, (await Site.GetAsync($"/news/city/{id}/trams")).Status);
    }

    [Fact]
    public async Task Many_are_published_at_once_and_those_that_cannot_say_why()
    {
        var sound = await DraftAsync("Trams");
        var untitled = await DraftAsync(" ");
        var published = await Paper.AddAsync(new Piece("Buses"), Cancel);
        var editor = await SignedInAsync(Role.Editor);

        await SendAsync(editor, "publish", [sound, untitled, published, 4242]);

        Assert.Equal("1 of 4 done. What was not done says why.", editor.Page.TextOf(".notice--warn"));
        var rows = editor.Page.Page.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1], row => row.QuerySelector("td")!.TextContent);
        Assert.Contains("It has no headline.", rows[Number(untitled)], StringComparison.Ordinal);
        Assert.Contains("nothing new", rows[Number(published)], StringComparison.Ordinal);
        Assert.Contains("does not exist", rows["4242"], StringComparison.Ordinal);
        Assert.Equal(ArticleState.Published, (await FindAsync(sound)).State);
        // The list offers what was posted here, and to contributors it does not.
        var list = await editor.OpenAsync("/newsroom/articles");
        Assert.Equal(("/newsroom/articles/bulk", 5, 5), (list.Page.QuerySelector("[data-select-rows]")!.GetAttribute("action"), list.Page.QuerySelectorAll("input[name=ids]").Length, list.Page.QuerySelectorAll("button[name=act]").Length));
        Assert.Empty((await (await SignedInAsync(Role.Contributor)).OpenAsync("/newsroom/articles")).Page.QuerySelectorAll("input[name=ids], button[name=act]"));
    }

    [Fact]
    public async Task Many_get_a_tag_or_another_section_after_saying_which()
    {
        var ids = new[] { await Paper.AddAsync(new Piece("Trams") { Tags = ["rails"] }, Cancel), await DraftAsync("Buses") };
        var transport = await Paper.AddSectionAsync("transport", null, Cancel);
        var editor = await SignedInAsync(Role.Editor);

        await SendAsync(editor, "tag", ids);
        Assert.Equal("2 articles are chosen.", editor.Page.TextOf("form p.form-row"));
        await SendAsync(editor, "tag", ids, ("tag", "wheels"));
        Assert.Equal((422, "There is no tag “wheels”."), (editor.Page.Status, editor.Page.TextOf("#tag-error")));
        await SendAsync(editor, "tag", ids, ("tag", "Rails"));
        Assert.Equal("2 of 2 done.", editor.Page.TextOf(".notice--good"));
        await SendAsync(editor, "section", ids, ("section", Number(transport)));
        Assert.Equal("2 of 2 done.", editor.Page.TextOf(".notice--good"));

        foreach (var id in ids)
        {
            var article = await FindAsync(id);
            Assert.Equal((transport, 1), (article.SectionId, article.Tags.Count));
        }
        // What is being written keeps both when it is published.
        Assert.Equal((transport, 1), ((await New<WritingDesk>().OpenAsync(ids[1], Cancel))!.SectionId, (await New<WritingDesk>().OpenAsync(ids[1], Cancel))!.TagIds.Count));
    }

    [Fact]
    public async Task Many_are_taken_back_or_thrown_away()
    {
        var ids = new[] { await Paper.AddAsync(new Piece("Trams"), Cancel), await Paper.AddAsync(new Piece("Buses"), Cancel) };
        var editor = await SignedInAsync(Role.Editor);

        await SendAsync(editor, "unpublish", ids);
        Assert.Equal("2 of 2 done.", editor.Page.TextOf(".notice--good"));
        await SendAsync(editor, "bin", ids);
        Assert.Equal("2 of 2 done.", editor.Page.TextOf(".notice--good"));
        Assert.Equal(ArticleState.Binned, (await FindAsync(ids[0])).State);

        await SendAsync(editor, "bin", []);
        Assert.Equal("No article was chosen.", editor.Page.TextOf(".notice--good"));
        await SendAsync(editor, "explode", ids);
        Assert.Equal(400, editor.Page.Status);
        await SendAsync(editor, "publish", [.. Enumerable.Range(1, 201).Select(id => (long)id)]);
        Assert.Equal(400, editor.Page.Status);
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>As the list of articles posts it.</summary>
    private static async Task SendAsync(Visitor editor, string act, IReadOnlyList<long> ids, params IEnumerable<(string Name, string Value)> fields)
    {
        await editor.OpenAsync("/newsroom/articles");
        var token = editor.Page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await editor.PostAsync("/newsroom/articles/bulk", [("__RequestVerificationToken", token), ("act", act), .. ids.Select(id => ("ids", Number(id))), .. fields]);
    }

    private async Task<Article> FindAsync(long id) => (await New<EditorialDesk>().FindAsync(id, Cancel))!;

    private async Task<long> DraftAsync(string title)
    {
        var published = await Paper.AddAsync(new Piece("Somewhere"), Cancel);
        return (await New<WritingDesk>().StartAsync(Language.English, new ArticleContent
        {
            Text = new ArticleText { Title = title },
            SectionId = (await FindAsync(published)).SectionId,
        }, new Editor(1, "An"), Cancel)).ArticleId;
    }

    public sealed class OnSqlite() : BinAndBulkTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : BinAndBulkTests(DatabaseEngine.Postgres);
}
