using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web;

/// <summary>An article that was taken back answers alike at every address that it ever had.</summary>
public abstract class TakenBackTests(DatabaseEngine engine) : SiteTest(engine)
{
    private static readonly Editor An = new(1, "An");

    [Fact]
    public async Task An_imported_address_answers_what_the_articles_own_answers()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        await ImportedAsync("/2019/05/trams", id);
        Assert.Equal((301, $"/news/city/{id}/trams"), await AskAsync("/2019/05/Trams/"));

        await New<PublishingDesk>().UnpublishAsync(Order(id), cancel: Cancel);
        await Site.FollowAsync();
        Assert.Equal((410, null), await AskAsync("/2019/05/trams/"));

        await New<PublishingDesk>().MoveAsync(Order(id), "/latest", Cancel);
        await Site.FollowAsync();
        Assert.Equal(await AskAsync($"/news/city/{id}/trams"), await AskAsync("/2019/05/trams"));
        Assert.Equal("/latest", (await AskAsync("/2019/05/trams")).Location);

        await New<RecycleBin>().PutAsync(Order(id), Cancel);
        await New<RecycleBin>().RemoveAsync(Order(id), Cancel);
        await Site.FollowAsync();
        Assert.Equal("/latest", (await AskAsync("/2019/05/trams")).Location);
    }

    [Fact]
    public async Task A_draft_that_came_by_import_was_never_there()
    {
        await ImportedAsync("/2019/05/buses", await Paper.AddAsync(new Piece("Buses") { State = ArticleState.Draft }, Cancel));
        Assert.Equal((404, null), await AskAsync("/2019/05/buses"));
    }

    [Fact]
    public async Task An_article_is_not_led_to_an_old_address_of_its_own()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        await ImportedAsync("/2019/05/trams", id);
        Assert.Equal(PublishingProblem.OwnAddress, (await New<PublishingDesk>().UnpublishAsync(Order(id), "/2019/05/Trams/?utm=1#top", Cancel)).Problem);
    }

    private static PublishingOrder Order(long id) => new() { ArticleId = id, By = An };

    private async Task ImportedAsync(string path, long article)
    {
        var db = New<NewsDb>();
        db.Add(new Redirect { FromPath = path, ToKind = "article", ToId = article, CreatedAt = Clock.Now });
        await db.SaveAsync(Cancel);
    }

    private async Task<(int Status, string? Location)> AskAsync(string path)
    {
        var answer = await Site.GetAsync(path);
        return (answer.Status, answer.Location);
    }

    public sealed class OnSqlite() : TakenBackTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : TakenBackTests(DatabaseEngine.Postgres);
}
