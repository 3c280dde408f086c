using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class PreviewTests(DatabaseEngine engine) : AccountTest(engine)
{
    private static readonly Editor An = new(1, "An");

    [Fact]
    public async Task The_frame_shows_what_readers_will_get_to_the_letter()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { Tags = ["rails"], Authors = ["Lena"], Standfirst = "Slowly." }, Cancel);
        await RewriteAsync(id, "New words.");
        var editor = await SignedInAsync(Role.Editor);

        var preview = await editor.OpenAsync($"/newsroom/articles/{id}/preview/page");
        Assert.Equal("New words.", preview.TextOf(".story-body"));
        Assert.Equal("Some words.", (await Site.ReadAsync($"/news/city/{id}/trams")).TextOf(".story-body"));
        await New<WritingDesk>().PublishAsync(id, Publication.MinorEdit, An, Cancel);
        await Site.FollowAsync();

        Assert.Equal((await Site.ReadAsync($"/news/city/{id}/trams")).Page.Body!.InnerHtml, preview.Page.Body!.InnerHtml);
    }

    [Fact]
    public async Task Only_the_frame_may_be_framed_and_only_the_page_around_it_frames()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft, Language = Language.Dutch }, Cancel);
        var writer = await SignedInAsync(Role.ChiefEditor);

        var page = await writer.OpenAsync($"/newsroom/articles/{id}/preview");
        var frame = await writer.OpenAsync(page.Page.QuerySelector("iframe")!.GetAttribute("src")!);

        Assert.Equal((200, "nl", "Trams"), (frame.Status, frame.Language, frame.Title));
        Assert.Equal(("SAMEORIGIN", "no-store", "no-referrer"), (frame["X-Frame-Options"], frame["Cache-Control"], frame["Referrer-Policy"]));
        Assert.Equal(("frame-ancestors 'self'", false), (Directive(frame, "frame-ancestors"), Directive(frame, "frame-src").Contains("'self'", StringComparison.Ordinal)));
        Assert.Equal(("DENY", "frame-ancestors 'none'"), (page["X-Frame-Options"], Directive(page, "frame-ancestors")));
        Assert.StartsWith("frame-src 'self' https://", Directive(page, "frame-src"), StringComparison.Ordinal);
        Assert.Contains("no-store", page["Cache-Control"]!, StringComparison.Ordinal);
        Assert.StartsWith("noindex", frame["X-Robots-Tag"]!, StringComparison.Ordinal);
        // In another language the page leads to the article's own.
        Assert.Equal($"/nl/newsroom/articles/{id}/preview/page", (await writer.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}/preview/page")).Location);
        Assert.Equal(404, (await writer.OpenAsync("/newsroom/articles/4242/preview")).Status);
        var missing = await writer.OpenAsync("/newsroom/articles/4242/preview/page");
        Assert.Equal((404, "DENY"), (missing.Status, missing["X-Frame-Options"]));
    }

    [Fact]
    public async Task A_link_shows_somebody_outside_the_article_as_it_stands_for_seven_days()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        var editor = await SignedInAsync(Role.Editor);
        var link = await MakeLinkAsync(editor, id);
        await RewriteAsync(id, "Newest words.");

        var seen = await Site.GetAsync(link);
        Assert.Equal((200, "Trams", "Newest words."), (seen.Status, seen.Title, seen.TextOf(".story-body")));
        Assert.Contains("not published yet", seen.TextOf(".preview-bar"), StringComparison.Ordinal);
        Assert.Equal(("DENY", "no-store", "no-referrer", null), (seen["X-Frame-Options"], seen["Cache-Control"], seen["Referrer-Policy"], seen["Set-Cookie"]));
        Assert.Equal(("noindex", null), (seen.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), seen.Canonical));
        Assert.DoesNotContain(link.Split('/')[^1], seen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await Site.GetAsync("/preview/" + new string('A', 43))).Status);
        Assert.Equal(404, (await Site.GetAsync($"/news/city/{id}/trams")).Status);

        await Site.PassAsync(TimeSpan.FromDays(7));
        var ended = await Site.GetAsync(link);
        Assert.Equal((410, "This link has ended", "no-store"), (ended.Status, ended.Title, ended["Cache-Control"]));
        Assert.DoesNotContain("Trams", ended.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("Editor: make preview link Trams", await TrailAsync());
    }

    [Fact]
    public async Task A_link_is_ended_by_hand_and_a_contributor_gives_none()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        var editor = await SignedInAsync(Role.Editor);
        var link = await MakeLinkAsync(editor, id);
        Assert.Equal(200, (await Site.GetAsync(link)).Status);

        await editor.SendAsync("handler=EndLink");
        Assert.Equal("The link has ended.", editor.Page.TextOf(".notice--good"));
        Assert.Empty(editor.Page.Page.QuerySelectorAll("form[action='?handler=EndLink']"));
        Assert.Equal(410, (await Site.GetAsync(link)).Status);

        var contributor = await SignedInAsync(Role.Contributor);
        await contributor.OpenAsync("/newsroom/articles");
        foreach (var handler in new[] { "MakeLink", "EndLink" })
            Assert.Equal(403, await PostAsync(contributor, $"/newsroom/articles/{id}/preview?handler={handler}", ("link", "1")));
    }

    private async Task<int> PostAsync(Visitor visitor, string path, params (string Name, string Value)[] fields)
    {
        // The token of a form that everybody has: signing out.
        var token = visitor.Page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return (await Site.PostAsync(path, [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))],
            ("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))))).Status;
    }

    private static async Task<string> MakeLinkAsync(Visitor editor, long id)
    {
        await editor.OpenAsync($"/newsroom/articles/{id}/preview");
        await editor.SendAsync("handler=MakeLink");
        var link = editor.Page.Page.QuerySelector("#preview-link")!.GetAttribute("value")!;
        Assert.StartsWith(Site.PublicUrl + "/preview/", link, StringComparison.Ordinal);
        await editor.OpenAsync($"/newsroom/articles/{id}/preview");
        Assert.DoesNotContain(link, editor.Page.Text, StringComparison.Ordinal);
        return link[Site.PublicUrl.Length..];
    }

    private async Task RewriteAsync(long id, string words)
    {
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        await New<WritingDesk>().SaveAsync(id, copy.Revision, copy.Content with { Text = copy.Content.Text with { Body = BlockDocument.Of([Block.Paragraph(words)]) } }, An, Cancel);
    }

    private static string Directive(Answer answer, string name) =>
        answer["Content-Security-Policy"]!.Split("; ").Single(directive => directive.StartsWith(name + " ", StringComparison.Ordinal));

    public sealed class OnSqlite() : PreviewTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PreviewTests(DatabaseEngine.Postgres);
}
