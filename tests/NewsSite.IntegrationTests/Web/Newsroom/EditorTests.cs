using NewsSite.Accounts.Roles;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class EditorTests(DatabaseEngine engine) : WritingTest(engine)
{
    [Fact]
    public async Task What_is_written_and_published_is_read()
    {
        await Paper.AddAsync(new Piece("Other") { Authors = ["lena"] }, Cancel);
        var (editor, id) = await StartAsync(Role.Editor, "Trees along the canal");
        var tag = Json(await SendAsync(editor, HttpMethod.Post, "/newsroom/tags/names", new { name = "Canal works" }))["id"]!.GetValue<long>();
        var found = Json(await editor.AskAsync(HttpMethod.Get, "/newsroom/authors/search?q=len"))["items"]![0]!["id"]!.GetValue<long>();
        var saved = await SaveAsync(editor, id, 1, "Twelve hundred of them.", new
        {
            title = "Trees\nalong the canal",
            standfirst = "A plan",
            authorIds = new[] { found },
            tagIds = new[] { tag },
            slug = "canal-trees",
            searchTitle = "Canal trees in Brussels",
            searchText = "What the city plants.",
            language = "en",
        });
        Assert.Equal((200, 2, "Editor"), (saved.Status, Revision(saved), Json(saved)["savedBy"]!.GetValue<string>()));
        Assert.Equal(404, (await Site.GetAsync($"/news/city/{id}/canal-trees")).Status);

        await New<WritingDesk>().PublishAsync(id, Publication.Update, new NewsSite.Newsroom.Articles.Editor(1, "Editor"), Cancel);
        await Site.FollowAsync();

        var page = await Site.ReadAsync($"/news/city/{id}/canal-trees");
        Assert.Equal(("Trees along the canal", "Twelve hundred of them."), (page.Title, page.TextOf(".story-body p")));
        Assert.StartsWith("Canal trees in Brussels", page.TextOf("head title"), StringComparison.Ordinal);
        Assert.Equal("What the city plants.", page.Page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(("lena", "Canal works"), (page.TextOf(".story-authors a"), page.TextOf(".tags a")));
        Assert.Contains("Editor: start Trees along the canal", await TrailAsync());
    }

    [Fact]
    public async Task Two_who_write_at_once_see_each_other_and_lose_nothing()
    {
        var (an, id) = await StartAsync(Role.Editor, "Trees", "An");
        var bo = await OpenAsync(Role.Editor, id, "Bo");
        Assert.Empty(Json(await SendAsync(an, HttpMethod.Post, $"/newsroom/articles/{id}/presence", new { tab = Guid.NewGuid(), revision = 1 }))["others"]!.AsArray());
        Assert.Equal("An", Json(await SendAsync(bo, HttpMethod.Post, $"/newsroom/articles/{id}/presence", new { tab = Tab, revision = 1 }))["others"]![0]!["name"]!.GetValue<string>());
        Assert.Contains("Open: An, Bo", (await an.OpenAsync("/newsroom/articles")).TextOf("tbody td"), StringComparison.Ordinal);
        await an.OpenAsync($"/newsroom/articles/{id}");

        Assert.Equal(2, Revision(await SaveAsync(bo, id, 1, "Bo's words", new { title = "Bo's trees" })));
        var refused = await SaveAsync(an, id, 1, "An's words");

        Assert.Equal((409, "application/problem+json"), (refused.Status, refused.MediaType));
        var copy = Json(refused)["copy"]!;
        Assert.Equal((2, "Bo", "Bo's trees", "en"), (copy["revision"]!.GetValue<int>(), copy["savedBy"]!.GetValue<string>(), copy["fields"]!["title"]!.GetValue<string>(), copy["fields"]!["language"]!.GetValue<string>()));
        Assert.Equal("Bo's words", copy["document"]!["content"]![0]!["content"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("Bo's words", (await New<WritingDesk>().OpenAsync(id, Cancel))!.Body.PlainText());

        Assert.Equal(3, Revision(await SaveAsync(an, id, 2, "Both words")));
        // The answer was lost: the same again is no conflict with oneself.
        Assert.Equal(3, Revision(await SaveAsync(an, id, 2, "Both words")));

        Assert.Equal(204, (await SendAsync(bo, HttpMethod.Delete, $"/newsroom/articles/{id}/presence", new { tab = Tab })).Status);
        var told = Json(await an.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}/presence", ("Accept", "application/json")));
        Assert.Equal((3, "An"), (told["revision"]!.GetValue<int>(), told["savedBy"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_text_of_words_is_written_without_scripts_and_one_that_holds_more_is_only_shown()
    {
        var (an, id) = await StartAsync(Role.Editor, "Trams", "An");
        Assert.Equal("", an.Page.Page.QuerySelector("#body")!.TextContent.Trim());
        await an.PressAsync($"/newsroom/articles/{id}?handler=Save", ("Body", "The **tram** runs.\r\n\r\n## Why\r\n\r\n- One\r\n- Two"), ("Standfirst", "Slowly"));
        Assert.Equal("Saved.", an.Page.TextOf(".notice--good"));
        Assert.Equal("The **tram** runs.\n\n## Why\n\n- One\n- Two", an.Page.Page.QuerySelector("#body")!.TextContent.Trim());
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.Equal(["paragraph", "heading", "bulletList"], copy.Body.Root.Content.Select(block => block.Type));

        var rich = copy.Content with { Text = copy.Content.Text with { Body = BlockDocument.Of([.. copy.Body.Root.Content, new Block("horizontalRule")]) } };
        await New<WritingDesk>().SaveAsync(id, copy.Revision, rich, new Editor(1, "Bo"), Cancel);
        await an.OpenAsync($"/newsroom/articles/{id}");
        Assert.Null(an.Page.Page.QuerySelector("#body"));
        Assert.Contains("tram", an.Page.TextOf("noscript .prose"), StringComparison.Ordinal);
        // Posted past the page, it changes nothing.
        await an.PressAsync($"/newsroom/articles/{id}?handler=Save", ("Body", "Lost?"), ("Standfirst", "Quickly"));
        var after = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.Equal((rich.Text.Body.ToJson(), "Quickly"), (after.Body.ToJson(), after.Standfirst));
    }

    [Fact]
    public async Task Versions_are_listed_compared_and_rolled_back_to()
    {
        var (an, id) = await StartAsync(Role.Editor, "Trees", "An");
        await SaveAsync(an, id, 1, "The city plants a thousand trees along the canal.");
        await New<WritingDesk>().MoveAsync(id, WorkStage.InReview, "", new NewsSite.Newsroom.Articles.Editor(7, "An"), Cancel);
        var bo = await OpenAsync(Role.ChiefEditor, id, "Bo");
        await SaveAsync(bo, id, (await New<WritingDesk>().OpenAsync(id, Cancel))!.Revision, "The city plants 1,200 trees along the canal.");

        var page = await bo.OpenAsync($"/newsroom/articles/{id}/versions");
        Assert.Equal(("a thousand", "1,200"), (page.TextOf(".compared > p:not(.compared-legend) > del"), page.TextOf(".compared > p:not(.compared-legend) > ins")));
        Assert.Contains("Handed in", page.TextOf(".history .badge"), StringComparison.Ordinal);
        var said = await bo.SendAsync("handler=RollBack", ("number", "1"));

        Assert.Equal((200, $"/newsroom/articles/{id}"), (said.Status, bo.Path));
        Assert.Contains("version 1", said.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("The city plants a thousand trees along the canal.", (await New<WritingDesk>().OpenAsync(id, Cancel))!.Body.PlainText());
        Assert.Contains("Bo: roll back Trees", await TrailAsync());
    }

    [Fact]
    public async Task An_article_is_linked_to_its_translation_once_in_each_language()
    {
        var dutch = await Paper.AddAsync(new Piece("Bomen") { Language = NewsSite.Platform.Languages.Language.Dutch }, Cancel);
        var otherDutch = await Paper.AddAsync(new Piece("Nog bomen") { Language = NewsSite.Platform.Languages.Language.Dutch }, Cancel);
        var english = await Paper.AddAsync(new Piece("More trees"), Cancel);
        var (an, id) = await StartAsync(Role.Editor, "Trees");

        await an.SendAsync(Form(an, "Link"), ("translation", $"https://news.example/nl/news/city/{dutch}/bomen"));
        Assert.Contains("linked", an.Page.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("Bomen", an.Page.TextOf(".translations"), StringComparison.Ordinal);
        Assert.Equal(422, (await an.SendAsync(Form(an, "Link"), ("translation", $"{otherDutch}"))).Status);
        Assert.Equal(422, (await an.SendAsync(Form(an, "Link"), ("translation", $"{english}"))).Status);
        Assert.Equal(422, (await an.SendAsync(Form(an, "Link"), ("translation", "4242"))).Status);
        Assert.Equal(422, (await SaveAsync(an, id, 1, "x", new { language = "nl" })).Status);
        await New<WritingDesk>().PublishAsync(id, Publication.Update, new NewsSite.Newsroom.Articles.Editor(7, "An"), Cancel);
        await Site.FollowAsync();
        Assert.Contains($"/nl/news/city/{dutch}/bomen", (await Site.ReadAsync($"/news/city/{id}/trees")).Links(".story-translations"));

        await an.OpenAsync($"/newsroom/articles/{id}");
        await an.SendAsync(Form(an, "Unlink"));
        await Site.FollowAsync();
        Assert.Empty((await Site.ReadAsync($"/news/city/{id}/trees")).Links(".story-translations"));
        Assert.Equal(422, (await SaveAsync(an, id, 1, "x", new { language = "fr" })).Status);
    }

    /// <summary>Presses a button of the editor's one form.</summary>
    private static AngleSharp.Html.Dom.IHtmlFormElement Form(Account.Visitor visitor, string handler)
    {
        var button = visitor.Page.Page.QuerySelector($"button[formaction$='handler={handler}']")!;
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)button.Closest("form")!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        return form;
    }

    public sealed class OnSqlite() : EditorTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : EditorTests(DatabaseEngine.Postgres);
}
