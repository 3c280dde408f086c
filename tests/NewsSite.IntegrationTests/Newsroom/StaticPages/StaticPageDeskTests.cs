using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.StaticPages;

public abstract class StaticPageDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");

    [Fact]
    public async Task A_draft_is_for_the_newsroom_alone_until_it_is_published()
    {
        var (_, id) = await New<StaticPageDesk>().AddAsync(Edit("About", "about") with { IsPublished = false }, An, Cancel);
        Assert.Empty(await New<PublishedPages>().FindAsync("about", Cancel));

        Assert.Equal(EditOutcome.Saved, await New<StaticPageDesk>().SaveAsync(id, 0, Edit("About us", "about-us"), An, Cancel));
        Assert.Equal(EditOutcome.Stale, await New<StaticPageDesk>().SaveAsync(id, 0, Edit("About us", "about-us"), An, Cancel));

        Assert.Equal("About us", Assert.Single(await New<PublishedPages>().FindAsync("about-us", Cancel)).Title);
        Assert.Equal(("page", id), await TargetAsync("/pages/about"));
        Assert.Equal(["About us", "About"], (await New<StaticPageDesk>().VersionsAsync(id, Cancel)).Select(version => version.Title));
    }

    [Fact]
    public async Task Each_language_has_its_own_pages_in_its_own_order()
    {
        var (_, about) = await New<StaticPageDesk>().AddAsync(Edit("About", "about"), An, Cancel);
        await New<StaticPageDesk>().AddAsync(Edit("Contact", "contact"), An, Cancel);
        Assert.Equal(EditOutcome.Saved, (await New<StaticPageDesk>().AddAsync(Edit("Over ons", "about") with { Language = Language.Dutch }, An, Cancel)).Outcome);
        Assert.Equal(EditOutcome.AddressTaken, (await New<StaticPageDesk>().AddAsync(Edit("Again", "about"), An, Cancel)).Outcome);

        await New<StaticPageDesk>().StepAsync(about, 1, Cancel);

        Assert.Equal(["Contact", "About"], (await New<StaticPageDesk>().ListAsync(Language.English, Cancel)).Select(page => page.Title));
        Assert.Equal("Over ons", Assert.Single(await New<StaticPageDesk>().ListAsync(Language.Dutch, Cancel)).Title);
    }

    [Fact]
    public async Task A_deleted_page_is_gone_in_its_language()
    {
        var (_, id) = await New<StaticPageDesk>().AddAsync(Edit("Over ons", "over") with { Language = Language.Dutch }, An, Cancel);
        Assert.Equal(EditOutcome.Saved, await New<StaticPageDesk>().DeleteAsync(id, 0, Cancel));

        Assert.Null(await New<StaticPageDesk>().FindAsync(id, Cancel));
        Assert.Equal((Redirect.Gone, "none"), ((await TargetAsync("/nl/pages/over")).Kind, (await TargetAsync("/pages/over")).Kind));
    }

    private async Task<(string Kind, long Id)> TargetAsync(string path) =>
        await New<OldAddresses>().FindAsync(path, "", Cancel) is { } redirect ? (redirect.ToKind, redirect.ToId) : ("none", 0);

    private static StaticPageEdit Edit(string title, string slug) => new()
    {
        Language = Language.English,
        Title = title,
        Slug = slug,
        Body = BlockDocument.Of([Block.Paragraph("Words.")]),
        IsPublished = true,
    };

    public sealed class OnSqlite() : StaticPageDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : StaticPageDeskTests(DatabaseEngine.Postgres);
}
