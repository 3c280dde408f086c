using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Downloads;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Languages;
using NewsSite.Tests;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress;

namespace NewsSite.IntegrationTests.Transfer.Wordpress;

public abstract class WordpressImportTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private OldPaper Old => field ??= new OldPaper(Paper.Folder);

    [Fact]
    public async Task A_post_becomes_an_article_in_its_deepest_section_with_author_tags_and_picture()
    {
        Old.Items.Add(OldPaper.Picture(50, "2015/03/tram.jpg", post: 60));
        Old.Items.Add(OldPaper.Item(60, "post", "New <em>trams</em>", "Hello\n\n<img class=\"wp-image-50\" src=\"x.jpg\">", more:
            OldPaper.Term("category", "city", "City") + OldPaper.Term("category", "trams", "Trams") + OldPaper.Term("category", "opinion", "Opinion") + OldPaper.Term("post_tag", "caf%C3%A9", "Café")
            + OldPaper.Field("_thumbnail_id", "50") + "<excerpt:encoded><![CDATA[In <b>short</b>]]></excerpt:encoded><wp:is_sticky>1</wp:is_sticky>"));
        await ImportAsync();

        var db = New<NewsDb>();
        var article = await db.Set<Article>().Include(article => article.Section).Include(article => article.Hero).SingleAsync(Cancel);
        var parent = await db.Set<Section>().SingleAsync(section => section.Id == article.Section.ParentId, Cancel);
        Assert.Equal(("New trams", "In short", "item-60", ArticleState.Published, true), (article.Title, article.Standfirst, article.Slug, article.State, article.IsPinned));
        Assert.Equal(("trams", "Trams & buses", "city"), (article.Section.Slug, article.Section.Name.In(Language.English), parent.Slug));
        Assert.Equal(new DateTimeOffset(2015, 3, 4, 10, 0, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal("A tram", article.Hero!.Alt.In(Language.English));
        var read = (await New<ArticleReader>().FindAsync(article.Id, Cancel)).Article!;
        Assert.Equal([article.HeroId!.Value], read.Body.Pictures());
        Assert.Equal(["cafe", "opinion"], read.Tags.Select(tag => tag.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(["Ann Peeters"], await db.Set<Author>().Select(author => author.Name).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("publish", ArticleState.Published)]
    [InlineData("draft", ArticleState.Draft)]
    [InlineData("pending", ArticleState.InReview)]
    [InlineData("private", ArticleState.Private)]
    [InlineData("something", ArticleState.Draft)]
    public async Task Each_state_has_its_own(string status, ArticleState state)
    {
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text", status));
        await ImportAsync();
        var article = await New<NewsDb>().Set<Article>().Include(article => article.Section).SingleAsync(Cancel);
        Assert.Equal((state, "news"), (article.State, article.Section.Slug));
    }

    [Fact]
    public async Task What_readers_must_not_see_yet_or_any_more_is_not_shown()
    {
        Old.Items.Add(OldPaper.Item(60, "post", "Later", "Text", "future").Replace("2015-03-04 10:00:00", "2030-03-04 10:00:00", StringComparison.Ordinal));
        Old.Items.Add(OldPaper.Item(61, "post", "Secret", "Text", more: "<wp:post_password>x</wp:post_password>"));
        Old.Items.Add(OldPaper.Item(62, "post", "Gone", "Text", "trash"));
        var report = await ImportAsync();
        var states = await New<NewsDb>().Set<Article>().OrderBy(article => article.Title).Select(article => article.State).ToListAsync(Cancel);
        Assert.Equal([ArticleState.Scheduled, ArticleState.Private], states);
        Assert.Equal(1, report["articles"].Skipped);
    }

    [Fact]
    public async Task Old_addresses_lead_to_what_they_showed()
    {
        Old.Items.Add(OldPaper.Picture(50, "2015/03/tram.jpg", post: 60));
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text", more: OldPaper.Term("category", "trams", "Trams") + OldPaper.Term("post_tag", "caf%C3%A9", "Café") + OldPaper.Field("_wp_old_slug", "first-name")));
        Old.Items.Add(OldPaper.Item(70, "page", "About", "We"));
        await ImportAsync();

        var db = New<NewsDb>();
        var article = (await db.Set<Article>().SingleAsync(Cancel)).Id;
        var section = (await db.Set<Section>().SingleAsync(section => section.Slug == "trams", Cancel)).Id;
        await LeadsAsync("/2015/03/item-60/", "", "article", article);
        await LeadsAsync("/2015/03/first-name", "", "article", article);
        await LeadsAsync("/", "?p=60", "article", article);
        await LeadsAsync("/2015/03/item-60/picture-50/", "", "article", article);
        await LeadsAsync("/", "?attachment_id=50", "article", article);
        await LeadsAsync("/category/city/trams/", "", "section", section);
        await LeadsAsync("/category/trams", "", "section", section);
        await LeadsAsync("/", "?cat=4", "section", section);
        await LeadsAsync("/tag/caf%C3%A9/", "", "tag", (await db.Set<Tag>().SingleAsync(Cancel)).Id);
        await LeadsAsync("/author/ann/", "", "author", (await db.Set<Author>().SingleAsync(Cancel)).Id);
        await LeadsAsync("/2015/03/item-70/", "", "page", (await db.Set<StaticPage>().SingleAsync(Cancel)).Id);
    }

    [Fact]
    public async Task Run_again_nothing_is_doubled_and_only_what_changed_there_is_updated()
    {
        Old.Items.AddRange([OldPaper.Picture(50, "2015/03/tram.jpg"), OldPaper.Item(60, "post", "One", "Text"), OldPaper.Item(61, "post", "Two", "Text"), OldPaper.Item(70, "page", "About", "We")]);
        await ImportAsync();
        Old.Items[1] = OldPaper.Item(60, "post", "One", "Text, mended");
        var report = await ImportAsync();

        Assert.Equal(new ImportTally { Updated = 1, Unchanged = 1 }, report["articles"]);
        Assert.Equal(new ImportTally { Unchanged = 1 }, report["pages"]);
        Assert.Equal(new ImportTally { Unchanged = 1 }, report["pictures"]);
        Assert.Equal(new ImportTally(), report["old addresses"]);
        var article = await New<NewsDb>().Set<Article>().SingleAsync(article => article.Title == "One", Cancel);
        Assert.Equal("Text, mended", (await New<ArticleReader>().FindAsync(article.Id, Cancel)).Article!.Body.PlainText());
        Assert.Equal(new DateTimeOffset(2015, 3, 4, 10, 0, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Fact]
    public async Task What_editors_changed_here_since_is_kept_and_reported()
    {
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text"));
        await ImportAsync();
        var scope = Paper.NewScope();
        var desk = (EditorialDesk)scope.GetService(typeof(EditorialDesk))!;
        var db = (NewsDb)scope.GetService(typeof(NewsDb))!;
        var article = (await desk.FindAsync((await db.Set<Article>().SingleAsync(Cancel)).Id, Cancel))!;
        desk.Publish(article, await desk.WriteAsync(article, new ArticleText { Title = "Edited here" }, Cancel));
        await db.SaveAsync(Cancel);
        Old.Items[0] = OldPaper.Item(60, "post", "Edited there", "Text");
        var report = await ImportAsync();

        Assert.Equal(new ImportTally { Kept = 1 }, report["articles"]);
        Assert.Equal("Edited here", (await New<NewsDb>().Set<Article>().SingleAsync(Cancel)).Title);
    }

    [Theory]
    [InlineData("trash", ArticleState.Unpublished)]
    [InlineData("draft", ArticleState.Unpublished)]
    [InlineData("private", ArticleState.Private)]
    public async Task What_is_taken_back_there_is_taken_back_here(string status, ArticleState state)
    {
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text"));
        await ImportAsync();
        Old.Items[0] = OldPaper.Item(60, "post", "One", "Text", status);
        await ImportAsync();
        Assert.Equal(state, (await New<NewsDb>().Set<Article>().SingleAsync(Cancel)).State);
    }

    [Fact]
    public async Task A_broken_export_imports_nothing()
    {
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text"));
        Old.Items.Add("<item><title>Broken");
        var refused = await Assert.ThrowsAsync<ImportException>(ImportAsync);
        Assert.Contains("line ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await New<NewsDb>().Set<Article>().ToListAsync(Cancel));
        Assert.Empty(await New<NewsDb>().Set<Section>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_later_run_brings_the_files_of_pictures_and_none_from_outside_the_folder()
    {
        Old.Items.AddRange([OldPaper.Picture(50, "2015/03/tram.gif"), OldPaper.Picture(51, "../secret.gif"), OldPaper.Picture(52, "2015/03/link.gif")]);
        await ImportAsync();
        Assert.All(await New<NewsDb>().Set<MediaItem>().ToListAsync(Cancel), media => Assert.Empty(media.Renditions));

        var uploads = Directory.CreateDirectory(Path.Combine(Paper.Folder, "old", "uploads"));
        var month = uploads.CreateSubdirectory(Path.Combine("2015", "03"));
        await File.WriteAllBytesAsync(Path.Combine(month.FullName, "tram.gif"), Gif(300, 200), Cancel);
        await File.WriteAllBytesAsync(Path.Combine(month.FullName, "tram-150x100.gif"), Gif(150, 100), Cancel);
        await File.WriteAllBytesAsync(Path.Combine(month.FullName, "tram-100x100.gif"), Gif(100, 100), Cancel);
        await File.WriteAllBytesAsync(Path.Combine(Paper.Folder, "old", "secret.gif"), Gif(30, 20), Cancel);
        File.CreateSymbolicLink(Path.Combine(month.FullName, "link.gif"), Path.Combine(Paper.Folder, "old", "secret.gif"));
        await ImportAsync(uploads.FullName);

        var pictures = await New<NewsDb>().Set<MediaItem>().OrderBy(media => media.Id).ToListAsync(Cancel);
        Assert.Equal([(150, 100), (300, 200)], pictures[0].Renditions.Select(rendition => (rendition.Width, rendition.Height)));
        Assert.Empty(pictures[1].Renditions);
        Assert.Empty(pictures[2].Renditions);
        Assert.StartsWith("/media/", (await New<OldAddresses>().FindAsync("/wp-content/uploads/2015/03/tram.gif", "", Cancel))!.ToPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_no_pictures_come_over_and_links_to_them_stay_whole()
    {
        Old.Items.AddRange([OldPaper.Picture(50, "2015/03/Report 2015.pdf"), OldPaper.Picture(51, "2015/03/page.pdf"), OldPaper.Picture(52, "2015/03/run.exe"), OldPaper.Picture(53, "../secret.pdf"),
            OldPaper.Item(60, "post", "One", "<p>Read <a href=\"https://old.example/wp-content/uploads/2015/03/Report%202015.pdf\">the report</a> or <a href=\"https://old.example/wp-content/uploads/2015/03/run.exe\">run it</a>.</p>")]);
        var uploads = Directory.CreateDirectory(Path.Combine(Paper.Folder, "old", "uploads"));
        var month = uploads.CreateSubdirectory(Path.Combine("2015", "03"));
        await File.WriteAllTextAsync(Path.Combine(month.FullName, "Report 2015.pdf"), "%PDF-1.7 the report", Cancel);
        await File.WriteAllTextAsync(Path.Combine(month.FullName, "page.pdf"), "<script>alert(1)</script>", Cancel);
        await File.WriteAllTextAsync(Path.Combine(month.FullName, "run.exe"), "MZ", Cancel);
        await File.WriteAllTextAsync(Path.Combine(Paper.Folder, "old", "secret.pdf"), "%PDF-1.7 secret", Cancel);

        var report = await ImportAsync(uploads.FullName);
        var download = Assert.Single(await New<NewsDb>().Set<Download>().ToListAsync(Cancel));
        Assert.Equal(("Report-2015.pdf", 19L), (download.Name, download.Size));
        Assert.NotNull(New<FileStore>().Find(download.File));
        Assert.Equal(1, report["other files"].New);
        Assert.Equal($"/downloads/{download.Id}/Report-2015.pdf", (await New<OldAddresses>().FindAsync("/wp-content/uploads/2015/03/Report%202015.pdf", "", Cancel) ?? await New<OldAddresses>().FindAsync("/wp-content/uploads/2015/03/report 2015.pdf", "", Cancel))?.ToPath);
        var text = (await New<NewsDb>().Set<ArticleVersion>().SingleAsync(Cancel)).Body.ToJson();
        Assert.Contains("\"/wp-content/uploads/2015/03/Report%202015.pdf\"", text, StringComparison.Ordinal);
        Assert.Contains("https://old.example/wp-content/uploads/2015/03/run.exe", text, StringComparison.Ordinal);

        var again = await ImportAsync(uploads.FullName);
        Assert.Equal((0, 1), (again["other files"].New, again["other files"].Unchanged));
        Assert.Equal((0, 0), (again["articles"].New, again["articles"].Updated));
    }

    [SharedDataFact("wxr")]
    public async Task Real_exports_come_over_and_come_again_unchanged()
    {
        foreach (var file in SharedData.Files("wxr", "*.xml"))
        {
            var report = await New<WordpressImport>().RunAsync(new WordpressImportOptions { File = file }, new Progress<ImportProgress>(), Cancel);
            Assert.True(report["articles"].New > 50);
            var again = await New<WordpressImport>().RunAsync(new WordpressImportOptions { File = file }, new Progress<ImportProgress>(), Cancel);
            Assert.Equal((0, 0), (again["articles"].New, again["articles"].Updated));
        }
    }

    private async Task<ImportReport> ImportAsync() => await ImportAsync(null);

    private async Task<ImportReport> ImportAsync(string? media)
    {
        Old.Write();
        return await New<WordpressImport>().RunAsync(new WordpressImportOptions { File = Old.Path, MediaFolder = media }, new Progress<ImportProgress>(), Cancel);
    }

    private async Task LeadsAsync(string path, string query, string kind, long id)
    {
        var redirect = await New<OldAddresses>().FindAsync(path, query, Cancel);
        Assert.True(redirect?.ToKind == kind && redirect.ToId == id, $"{path}{query} leads to {redirect?.ToKind} {redirect?.ToId}, not to {kind} {id}");
    }

    private static byte[] Gif(int width, int height) =>
        [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    public sealed class OnSqlite() : WordpressImportTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : WordpressImportTests(DatabaseEngine.Postgres);
}
