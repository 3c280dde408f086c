using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.IntegrationTests.Newsroom.Articles;

public abstract class EditorialDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task Publishing_a_draft_makes_it_visible_and_is_noted()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        Assert.Equal(new FoundArticle(null, IsGone: false), await New<ArticleReader>().FindAsync(id, Cancel));
        var before = await ChangesAsync();

        await ChangeAsync(id, (desk, article) => desk.Publish(article, article.Versions[0]));

        var found = (await New<ArticleReader>().FindAsync(id, Cancel)).Article!;
        Assert.Equal(("Trams", Clock.Now), (found.Card.Title, found.Card.PublishedAt));
        Assert.Equal([("article", id)], (await ChangesAsync()).Skip(before.Count));
    }

    [Fact]
    public async Task Taking_an_article_back_makes_its_address_gone()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);

        await ChangeAsync(id, (desk, article) => desk.Unpublish(article));

        Assert.Equal(new FoundArticle(null, IsGone: true), await New<ArticleReader>().FindAsync(id, Cancel));
        Assert.Equal(("article", id), (await ChangesAsync())[^1]);
    }

    [Fact]
    public async Task Readers_see_the_published_version_while_the_next_is_written()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { Body = BlockDocument.Of([Block.Paragraph("First words")]) }, Cancel);

        await ChangeAsync(id, async (desk, article) => await desk.WriteAsync(article, new ArticleText { Title = "Buses", Body = BlockDocument.Of([Block.Paragraph("Next words")]) }, Cancel));
        Assert.Equal(("Trams", "First words"), await ReadAsync(id));

        await ChangeAsync(id, async (desk, article) =>
            desk.Publish(article, await New<NewsDb>().Set<ArticleVersion>().SingleAsync(version => version.ArticleId == id && version.Number == 2, Cancel)));
        Assert.Equal(("Buses", "Next words"), await ReadAsync(id));
    }

    [Fact]
    public async Task Of_two_editors_who_change_the_same_article_the_second_is_told()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var (firstDb, first) = await OpenAsync(id);
        var (secondDb, second) = await OpenAsync(id);
        first.Hold(ArticleState.Unpublished);
        second.Schedule(Clock.Now.AddDays(1));
        await firstDb.SaveAsync(Cancel);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => secondDb.SaveAsync(Cancel));
        Assert.True((await New<ArticleReader>().FindAsync(id, Cancel)).IsGone);
    }

    [Fact]
    public async Task Lists_by_tag_follow_when_an_article_is_taken_back()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { Tags = ["trams"], Authors = ["an"] }, Cancel);
        var tag = (await New<NewsSite.Newsroom.Tags.TagIndex>().FindAsync("trams", Cancel))!.Id;
        Assert.Single((await New<PublishedArticles>().TaggedAsync(tag, Platform.Languages.Language.English, 5, cancel: Cancel)).Items);

        await ChangeAsync(id, (desk, article) => desk.Unpublish(article));

        Assert.Empty((await New<PublishedArticles>().TaggedAsync(tag, Platform.Languages.Language.English, 5, cancel: Cancel)).Items);
    }

    private Task ChangeAsync(long id, Action<EditorialDesk, Article> change) => ChangeAsync(id, (desk, article) =>
    {
        change(desk, article);
        return Task.CompletedTask;
    });

    private async Task ChangeAsync(long id, Func<EditorialDesk, Article, Task> change)
    {
        var services = Paper.NewScope();
        var desk = services.GetRequiredService<EditorialDesk>();
        var db = services.GetRequiredService<NewsDb>();
        var article = (await desk.FindAsync(id, Cancel))!;
        await db.Entry(article).Collection(known => known.Versions).LoadAsync(Cancel);
        await change(desk, article);
        await db.SaveAsync(Cancel);
    }

    private async Task<(NewsDb Db, Article Article)> OpenAsync(long id)
    {
        var services = Paper.NewScope();
        return (services.GetRequiredService<NewsDb>(), (await services.GetRequiredService<EditorialDesk>().FindAsync(id, Cancel))!);
    }

    private async Task<(string Title, string Text)> ReadAsync(long id)
    {
        var article = (await New<ArticleReader>().FindAsync(id, Cancel)).Article!;
        return (article.Card.Title, article.Body.PlainText());
    }

    private async Task<List<(string Kind, long Id)>> ChangesAsync() =>
        [.. (await New<NewsDb>().Set<Change>().OrderBy(change => change.Id).ToListAsync(Cancel)).Select(change => (change.Kind, change.EntityId))];

    public sealed class OnSqlite() : EditorialDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : EditorialDeskTests(DatabaseEngine.Postgres);
}
