using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class ReviewTests(DatabaseEngine engine) : AccountTest(engine)
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&";

    [Fact]
    public async Task An_article_is_handed_in_sent_back_with_a_word_handed_in_again_and_called_ready()
    {
        var an = await HireAsync(Role.Contributor, "An");
        var id = await StartAsync(an, "Trams");
        var writer = await SignedInAsync(an);
        var editor = await SignedInAsync(Role.Editor);

        await writer.OpenAsync($"/newsroom/articles/{id}/review");
        await writer.SendAsync("handler=HandIn");
        Assert.Equal("Handed in: an editor looks at it now.", writer.Page.TextOf(".notice--good"));
        Assert.Equal("/newsroom/articles", writer.Path);

        await editor.OpenAsync($"/newsroom/articles/{id}/review");
        await editor.SendAsync("handler=SendBack", ("word", " "));
        Assert.Equal((422, "Say in a word why, so that the writer knows what to do."), (editor.Page.Status, editor.Page.TextOf("#word-error")));
        await editor.SendAsync("handler=SendBack", ("word", Hostile));
        Assert.Equal("Sent back; An gets a mail.", editor.Page.TextOf(".notice--good"));
        var mail = await New<NewsDb>().Set<QueuedMail>().AsNoTracking().OrderByDescending(mail => mail.Id).FirstAsync(Cancel);
        Assert.Equal("An@news.example", mail.ToAddress, ignoreCase: true);
        Assert.Contains($"{Site.PublicUrl}/newsroom/articles/{id}", mail.Text, StringComparison.Ordinal);

        await writer.OpenAsync($"/newsroom/articles/{id}");
        Assert.Contains($"Sent back by Editor:\n{Hostile}", writer.Page.TextOf(".stage-note p"), StringComparison.Ordinal);
        Assert.Empty(writer.Page.Page.QuerySelectorAll("img[onerror]"));
        await writer.OpenAsync($"/newsroom/articles/{id}/review");
        await writer.SendAsync("handler=HandIn");
        await editor.OpenAsync($"/newsroom/articles/{id}/review");
        await editor.SendAsync("handler=HandIn");
        Assert.Equal(409, editor.Page.Status);
        Assert.Equal(WorkStage.InReview, (await New<WritingDesk>().OpenAsync(id, Cancel))!.Stage);
        Assert.Equal(["An: hand in Trams", "Editor: send back Trams", "An: hand in Trams"], (await TrailAsync()).Where(line => line.EndsWith(" in Trams", StringComparison.Ordinal) || line.EndsWith("back Trams", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_handed_in_is_the_editors_until_it_comes_back()
    {
        var an = await HireAsync(Role.Contributor, "An");
        var id = await StartAsync(an, "Trams");
        var writer = await SignedInAsync(an);
        Assert.Equal(200, (await writer.OpenAsync($"/newsroom/articles/{id}")).Status);

        await New<WritingDesk>().MoveAsync(id, WorkStage.InReview, "", new Editor(an.User.Id, "An"), Cancel);

        // The text is closed, by the page and by the script; what is said about it is not.
        Assert.Equal(($"/newsroom/articles/{id}/review", 200), ((await writer.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}")).Location, (await writer.OpenAsync($"/newsroom/articles/{id}/review")).Status));
        Assert.Equal(200, (await writer.OpenAsync($"/newsroom/articles/{id}/preview")).Status);
        var token = writer.Page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var save = new StringContent("""{"revision":1,"tab":"6b8d6a57-6c39-4a4c-9d5e-0a8f1d2c3b4a","document":{"type":"doc"},"fields":{"title":"Mine"}}""", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(403, (await Site.SendAsync(HttpMethod.Put, $"/newsroom/articles/{id}/copy", save, ("Cookie", Cookies(writer)), ("RequestVerificationToken", token))).Status);
        Assert.Equal("Trams", (await New<WritingDesk>().OpenAsync(id, Cancel))!.Title);
    }

    [Fact]
    public async Task A_contributor_sends_nothing_back_and_sees_nothing_of_others()
    {
        var an = await HireAsync(Role.Contributor, "An");
        var id = await StartAsync(an, "Trams");
        await New<WritingDesk>().MoveAsync(id, WorkStage.InReview, "", new Editor(an.User.Id, "An"), Cancel);
        var own = await SignedInAsync(an);
        var other = await SignedInAsync(Role.Contributor);
        var thread = (await New<CommentDesk>().BeginAsync(id, "Sure?", new Passage("Words", "", ""), new Editor(99, "Bo"), Cancel))!.Id;

        await own.OpenAsync($"/newsroom/articles/{id}/review");
        Assert.Empty(own.Page.Page.QuerySelectorAll("form[action='?handler=SendBack'], form[action='?handler=HandIn']"));
        Assert.Equal("Sure?", own.Page.TextOf(".remark-text"));
        foreach (var handler in new[] { "SendBack", "Ready" })
            Assert.Equal(403, await PostAsync(own, $"/newsroom/articles/{id}/review?handler={handler}", ("word", "Mine")));
        Assert.Equal(403, await PostAsync(own, $"/newsroom/articles/{id}/review?handler=Delete", ("comment", $"{thread}")));

        await other.OpenAsync("/newsroom/articles");
        foreach (var page in new[] { "review", "preview", "preview/page", "comments" })
            Assert.Equal(403, (await other.AskAsync(HttpMethod.Get, $"/newsroom/articles/{id}/{page}")).Status);
        foreach (var handler in new[] { "HandIn", "Answer", "Resolve" })
            Assert.Equal(403, await PostAsync(other, $"/newsroom/articles/{id}/review?handler={handler}", ("thread", $"{thread}"), ("text", "Yes")));
        Assert.Equal(WorkStage.InReview, (await New<WritingDesk>().OpenAsync(id, Cancel))!.Stage);
    }

    [Fact]
    public async Task Comments_are_answered_and_resolved_without_a_script_and_stay_words()
    {
        var an = await HireAsync(Role.Contributor, "An");
        var id = await StartAsync(an, "Trams");
        var thread = (await New<CommentDesk>().BeginAsync(id, Hostile, new Passage(Hostile, "", ""), new Editor(99, Hostile), Cancel))!.Id;
        var writer = await SignedInAsync(an);

        await writer.OpenAsync($"/newsroom/articles/{id}/review");
        Assert.Equal(Hostile, writer.Page.TextOf(".remark-text"));
        await writer.SendAsync("handler=Answer", ("text", ""));
        Assert.Equal((422, "Write something."), (writer.Page.Status, writer.Page.TextOf($"#answer-{thread}-error")));
        await writer.SendAsync("handler=Answer", ("text", Hostile));
        Assert.Equal($"{Hostile}\n{Hostile}", writer.Page.TextOf(".remark-text"));
        Assert.Empty(writer.Page.Page.QuerySelectorAll("img"));
        Assert.Equal(302, await PostAsync(writer, $"/newsroom/articles/{id}/review?handler=Resolve", ("thread", $"{thread}")));
        Assert.Equal("An", Assert.Single(await New<CommentDesk>().ListAsync(id, Cancel)).Comment.ResolvedByName);
        await writer.OpenAsync($"/newsroom/articles/{id}/review");
        await writer.SendAsync("handler=Delete");
        Assert.Equal("The comment is deleted.", writer.Page.TextOf(".notice--good"));
    }

    private async Task<long> StartAsync(Colleague writer, string title)
    {
        var filed = await Paper.AddAsync(new Piece("Filed"), Cancel);
        var section = (await New<NewsDb>().Set<Article>().AsNoTracking().SingleAsync(article => article.Id == filed, Cancel)).SectionId;
        return (await New<WritingDesk>().StartAsync(Language.English, new ArticleContent
        {
            Text = new ArticleText { Title = title, Body = BlockDocument.Of([Block.Paragraph("Words")]) },
            SectionId = section,
        }, new Editor(writer.User.Id, writer.User.Name), Cancel)).ArticleId;
    }

    private async Task<int> PostAsync(Visitor visitor, string path, params (string Name, string Value)[] fields)
    {
        // The token of a form that everybody has: signing out.
        var token = visitor.Page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return (await Site.PostAsync(path, [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))],
            ("Cookie", Cookies(visitor)))).Status;
    }

    private static string Cookies(Visitor visitor) => string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public sealed class OnSqlite() : ReviewTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ReviewTests(DatabaseEngine.Postgres);
}
