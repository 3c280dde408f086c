using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Newsroom.Media;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Tests.Platform.Files.Pictures;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>The pages of the media library, as people without script use them.</summary>
public abstract class MediaPagesTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task What_is_said_about_a_picture_is_saved_and_readers_see_it_with_the_point_in_sight()
    {
        var (media, article) = await PublishedAsync("tram.jpg");
        var visitor = await SignedInAsync(Role.Contributor);
        await visitor.OpenAsync(At(media));
        await visitor.SendAsync("", ("Alt[en]", "A tram"), ("Alt[fr]", "Un tram"), ("Caption[nl]", "De tram"), ("Credit", "An <b>Peeters"), ("RightsEnd", "2031-02-28"), ("Rights", "Once"), ("focusX", "10"), ("focusY", "95"));

        Assert.Equal(("The picture is saved.", $"/newsroom/media/{media}"), (visitor.Page.TextOf(".notice--good"), visitor.Path));
        Assert.Equal(("A tram", "Un tram", "", "2031-02-28"), (Value(visitor, "Alt[en]"), Value(visitor, "Alt[fr]"), Value(visitor, "Alt[nl]"), Value(visitor, "RightsEnd")));
        Assert.Contains("Trams", visitor.Page.TextOf(".media-uses"), StringComparison.Ordinal);
        var page = await Site.ReadAsync($"/news/city/{article}/trams");
        var hero = page.Page.QuerySelector(".story-picture img")!;
        Assert.Equal(("1", "10", "A tram", "An <b>Peeters"), (hero.GetAttribute("data-focus-x"), hero.GetAttribute("data-focus-y"), hero.GetAttribute("alt"), page.TextOf(".story-picture .credit")));
        Assert.Equal("1", (await Site.ReadAsync("/")).Page.QuerySelector(".teaser-picture img")!.GetAttribute("data-focus-x"));
        Assert.Contains("Contributor: edit picture tram.jpg", await TrailAsync());
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        var media = (await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel)).Id;
        var visitor = await SignedInAsync(Role.Editor);
        await visitor.OpenAsync(At(media));
        await visitor.SendAsync("", ("Alt[en]", new string('a', 501)), ("RightsEnd", "tomorrow"), ("Credit", "An"), ("focusX", "many"), ("focusY", "900"));

        Assert.Equal(422, visitor.Page.Status);
        Assert.Equal("This is too long: 500 characters are the most.", visitor.Page.TextOf("#media-Alt-en-error"));
        Assert.Equal("This is no date. Write it as 2027-01-31.", visitor.Page.TextOf("#media-RightsEnd-error"));
        Assert.Equal(("An", 501), (Value(visitor, "Credit"), Value(visitor, "Alt[en]").Length));
        Assert.Equal(new MediaWords(), MediaWords.Of((await New<MediaLibrary>().FindAsync(media, Cancel))!));
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_sees_both()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        var visitor = await SignedInAsync(Role.Editor);
        await visitor.OpenAsync(At(item.Id));
        await New<MediaDesk>().DescribeAsync(item.Id, item.Version, new MediaWords { Credit = "Theirs" }, Cancel);

        await visitor.SendAsync("", ("Credit", "Mine"));
        Assert.Equal((409, "Mine", "Saved now: Theirs"), (visitor.Page.Status, Value(visitor, "Credit"), visitor.Page.TextOf("#media-Credit-saved")));
        await visitor.SendAsync("", ("Credit", "Mine"));
        Assert.Equal("Mine", (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!.Credit);
    }

    [Fact]
    public async Task Deleting_names_the_uses_first_and_then_readers_go_without()
    {
        var (media, article) = await PublishedAsync("tram.jpg");
        var db = New<NewsDb>();
        db.Add(new Employer { Slug = "stib", Name = "STIB", CreatedAt = Clock.Now, Logo = (await New<MediaLibrary>().FindAsync(media, Cancel))!.Renditions[0] });
        await db.SaveAsync(Cancel);
        var contributor = await SignedInAsync(Role.Contributor);
        await contributor.OpenAsync(At(media));
        Assert.DoesNotContain($"{At(media)}/delete", contributor.Page.Links());
        Assert.Equal(403, (await contributor.AskAsync(HttpMethod.Get, $"{At(media)}/delete")).Status);
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"{At(media)}/delete");
        Assert.Equal("This picture is in use", editor.Page.Title);
        Assert.Equal([$"/newsroom/articles/{article}", "/employers/stib"], editor.Page.Links("main .media-uses"));

        await editor.SendAsync("");
        Assert.Equal("The picture tram.jpg is deleted.", editor.Page.TextOf(".notice--good"));
        await Site.FollowAsync();
        var page = await Site.ReadAsync($"/news/city/{article}/trams");
        Assert.Empty(page.Page.QuerySelectorAll(".story-picture, .story-body img"));
        Assert.Equal(410, (await editor.AskAsync(HttpMethod.Get, At(media))).Status);
        Assert.Equal(404, (await editor.AskAsync(HttpMethod.Get, At(99))).Status);
        // The employer's logo is the one file that is left.
        Assert.Single(Pictures.Files(Paper));
    }

    [Fact]
    public async Task A_picture_that_changed_since_is_not_deleted()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"{At(item.Id)}/delete");
        await New<MediaDesk>().DescribeAsync(item.Id, item.Version, new MediaWords { Credit = "Theirs" }, Cancel);

        await editor.SendAsync("");

        Assert.Equal(409, editor.Page.Status);
        Assert.Null((await New<MediaLibrary>().FindAsync(item.Id, Cancel))!.DeletedAt);
    }

    [Fact]
    public async Task Pictures_are_brought_and_replaced_without_script_and_their_sizes_made_later()
    {
        var editor = await SignedInAsync(Role.Editor);
        var answer = await PostAsync(editor, "/newsroom/media/upload", ("Files", "tram.jpg", PictureSamples.Of("jpg", 1600, 2400)));
        Assert.Equal(302, answer.Status);
        var item = await New<NewsDb>().Set<MediaItem>().AsNoTracking().SingleAsync(Cancel);
        Assert.Equal((true, 2400, 1600), (item.LacksSizes, item.Renditions[0].Width, item.Renditions[0].Height));

        answer = await PostAsync(editor, "/newsroom/media/upload", ("Files", "x.svg", "<svg/>"u8.ToArray()), ("Files", "../tram.jpg", PictureSamples.Of("jpg", 100, 200)), ("Files", "good.png", PictureSamples.Of("png", 100, 200)));
        Assert.Equal(422, answer.Status);
        Assert.Contains("x.svg: SVG drawings may carry script", answer.TextOf("#files-error"), StringComparison.Ordinal);
        Assert.Equal("The picture is in the library.", (await editor.OpenAsync("/newsroom/media")).TextOf(".notice--good"));

        answer = await PostAsync(editor, $"{At(item.Id)}/replace", ("NewFile", "bus.webp", PictureSamples.Clean("webp", 700, 500)), version: item.Version);
        Assert.Equal((302, "bus.webp"), (answer.Status, (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!.FileName));
        answer = await PostAsync(editor, $"{At(item.Id)}/replace", ("NewFile", "late.webp", PictureSamples.Clean("webp", 720, 500)), version: item.Version);
        Assert.Equal(409, answer.Status);
        answer = await PostAsync(editor, $"{At(item.Id)}/replace", ("NewFile", "page.webp", "<!doctype html>"u8.ToArray()), version: item.Version + 1);
        Assert.Equal((422, "bus.webp"), (answer.Status, (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!.FileName));
    }

    [Fact]
    public async Task Missing_sizes_are_asked_for_and_sent_one_picture_after_the_other()
    {
        var whole = await New<MediaDesk>().AddAsync(CheckedPicture.Whole("tram.jpg", PictureSamples.Clean("jpg", 2400, 1600)), Cancel);
        var visitor = await SignedInAsync(Role.Contributor);
        await visitor.OpenAsync("/newsroom/media");
        Assert.Contains("One picture has no sizes", visitor.Page.TextOf("[data-missing-sizes]"), StringComparison.Ordinal);
        using var missing = JsonDocument.Parse((await visitor.AskAsync(HttpMethod.Get, "/newsroom/media/missing-sizes?without=")).Text);
        Assert.Equal((1, whole.Renditions[0].Address), (missing.RootElement.GetProperty("left").GetInt32(), missing.RootElement.GetProperty("items")[0].GetProperty("src").GetString()));

        using var wrong = Form(2400, 2400);
        Assert.Equal(422, (await visitor.SendAsync(HttpMethod.Put, $"/newsroom/media/missing-sizes/{whole.Id}", wrong)).Status);
        using var right = Form(2400, 1600);
        Assert.Equal(200, (await visitor.SendAsync(HttpMethod.Put, $"/newsroom/media/missing-sizes/{whole.Id}", right)).Status);
        using var nobody = Form(2400, 1600);
        Assert.Equal(404, (await visitor.SendAsync(HttpMethod.Put, "/newsroom/media/missing-sizes/99", nobody)).Status);

        Assert.Empty((await visitor.OpenAsync("/newsroom/media")).Page.QuerySelectorAll("[data-missing-sizes]"));
        // What mails and feeds have named stays there.
        Assert.Equal(200, (await Site.GetAsync(whole.Renditions[0].Address)).Status);
    }

    [Fact]
    public async Task A_picture_is_replaced_by_script_and_every_use_shows_it()
    {
        var (media, article) = await PublishedAsync("tram.jpg");
        var version = (await New<MediaLibrary>().FindAsync(media, Cancel))!.Version;
        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync($"{At(media)}/replace");
        using var form = Form(500, 500);
        Assert.Equal(200, (await editor.SendAsync(HttpMethod.Post, $"{At(media)}/file?version={version}", form)).Status);
        await Site.FollowAsync();
        Assert.Equal("500", (await Site.ReadAsync($"/news/city/{article}/trams")).Page.QuerySelector(".story-picture img")!.GetAttribute("height"));
        using var late = Form(400, 400);
        Assert.Equal(409, (await editor.SendAsync(HttpMethod.Post, $"{At(media)}/file?version={version}", late)).Status);
        var contributor = await SignedInAsync(Role.Contributor);
        await contributor.OpenAsync("/newsroom/media");
        using var forbidden = Form(400, 400);
        Assert.Equal(403, (await contributor.SendAsync(HttpMethod.Post, $"{At(media)}/file?version={version + 1}", forbidden)).Status);
    }

    [Fact]
    public async Task Ended_rights_are_said_in_the_library_the_picker_and_on_the_page()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        await New<MediaDesk>().DescribeAsync(item.Id, item.Version, new MediaWords { RightsEnd = new DateOnly(2020, 5, 1) }, Cancel);
        var visitor = await SignedInAsync(Role.Contributor);

        Assert.Contains("Rights ended on 1 May 2020", (await visitor.OpenAsync("/newsroom/media?filter=RightsEnded")).TextOf(".media-tile"), StringComparison.Ordinal);
        Assert.Contains("No reader sees it now", (await visitor.OpenAsync(At(item.Id))).TextOf(".notice--wrong"), StringComparison.Ordinal);
        Assert.Contains("\"warning\":\"Droits échus le 1er mai 2020\"", System.Text.RegularExpressions.Regex.Unescape((await visitor.AskAsync(HttpMethod.Get, "/fr/newsroom/media/search?q=")).Text), StringComparison.Ordinal);
        foreach (var path in new[] { "/newsroom/media?q=%25%27%5F", "/newsroom/media?filter=nonsense&before=nonsense", "/nl/newsroom/media?filter=Unused", "/fr/newsroom/media?filter=NoFile" })
            Assert.Equal(200, (await visitor.OpenAsync(path)).Status);
    }

    private async Task<(long Media, long Article)> PublishedAsync(string name)
    {
        var media = (await New<MediaDesk>().AddAsync(Pictures.Of(name), Cancel)).Id;
        var section = await Paper.AddSectionAsync("city", null, Cancel);
        var copy = await New<WritingDesk>().StartAsync(Language.English, new ArticleContent
        {
            Text = new ArticleText { Title = "Trams", HeroId = media, Body = BlockDocument.Of([new Block("picture").With("media", media)]) },
            SectionId = section,
        }, Editor.Paper, Cancel);
        await New<WritingDesk>().PublishAsync(copy.ArticleId, Publication.Update, Editor.Paper, Cancel);
        return (media, copy.ArticleId);
    }

    private static string At(long media) => $"/newsroom/media/{media}";

    private static string Value(Visitor visitor, string field)
    {
        var element = visitor.Page.Page.QuerySelector($"main [name='{field}']")!;
        return element.GetAttribute("value") ?? element.TextContent;
    }

    private static MultipartFormDataContent Form(int width, int height)
    {
        var form = new MultipartFormDataContent { { new StringContent($"{width}"), "width" }, { new StringContent($"{height}"), "height" }, { new StringContent("bus.jpg"), "name" } };
        foreach (var size in Pictures.Sizes(width, height))
            form.Add(new ReadOnlyMemoryContent(size), "renditions", $"{width}x{height}.webp");
        return form;
    }

    private static Task<Answer> PostAsync(Visitor visitor, string path, (string Field, string Name, byte[] Content) file, int version) =>
        PostAsync(visitor, path, [file], version);

    private static Task<Answer> PostAsync(Visitor visitor, string path, params (string Field, string Name, byte[] Content)[] files) =>
        PostAsync(visitor, path, files, version: null);

    private static async Task<Answer> PostAsync(Visitor visitor, string path, IEnumerable<(string Field, string Name, byte[] Content)> files, int? version)
    {
        await visitor.OpenAsync(path);
        using var form = new MultipartFormDataContent();
        if (version is not null)
            form.Add(new StringContent($"{version}"), "Version");
        foreach (var (field, name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = field, FileName = $"\"{name}\"" };
            form.Add(part);
        }
        return await visitor.SendAsync(HttpMethod.Post, path, form);
    }

    public sealed class OnSqlite() : MediaPagesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MediaPagesTests(DatabaseEngine.Postgres);
}
