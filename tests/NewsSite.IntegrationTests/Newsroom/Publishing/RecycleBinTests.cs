using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Newsroom.Publishing;

public abstract class RecycleBinTests(DatabaseEngine engine) : PublishingTest(engine)
{
    [Fact]
    public async Task In_the_bin_an_article_is_gone_for_readers_and_nothing_can_be_done_with_it_but_to_restore_it()
    {
        var id = await PublishedAsync("Trams");
        var draft = await DraftAsync("Boats");
        await DoneAsync(New<PublishingDesk>().ScheduleAsync(Order(draft), Clock.Now.AddHours(1), Publication.Update, Cancel));
        await DoneAsync(New<RecycleBin>().PutAsync(Order(id), Cancel));
        await DoneAsync(New<RecycleBin>().PutAsync(Order(draft), Cancel));

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(("gone", null), (await ReadAsync(id), await ReadAsync(draft)));
        await RefusedAsync(PublishingProblem.InBin, New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        await RefusedAsync(PublishingProblem.InBin, New<RecycleBin>().PutAsync(Order(id), Cancel));

        await DoneAsync(New<RecycleBin>().RestoreAsync(Order(id), Cancel));
        await DoneAsync(New<RecycleBin>().RestoreAsync(Order(draft), Cancel));
        Assert.Equal(("gone", ArticleState.Unpublished), (await ReadAsync(id), (await FindAsync(id)).State));
        Assert.Equal(ArticleState.Draft, (await FindAsync(draft)).State);
        await RefusedAsync(PublishingProblem.NotInBin, New<RecycleBin>().RestoreAsync(Order(id), Cancel));
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        Assert.Equal("Words", await ReadAsync(id));
    }

    [Fact]
    public async Task After_30_days_it_is_removed_with_all_that_belongs_to_it_and_readers_still_find_it_gone()
    {
        var id = await PublishedAsync("Trams");
        await RewriteAsync(id, "Trams", "More");
        var draft = await DraftAsync("Boats");
        foreach (var each in new[] { id, draft })
            await DoneAsync(New<RecycleBin>().PutAsync(Order(each), Cancel));

        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await New<RecycleBin>().CleanAsync(Cancel));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await DraftAsync("Barges");
        await DoneAsync(New<RecycleBin>().PutAsync(Order(later), Cancel));
        Assert.Equal(2, await New<RecycleBin>().CleanAsync(Cancel));

        var db = New<NewsDb>();
        Assert.Equal(("gone", null), (await ReadAsync(id), await ReadAsync(draft)));
        Assert.Equal([later], await db.Set<Article>().Select(article => article.Id).ToListAsync(Cancel));
        Assert.Equal((0, 1), (await db.Set<ArticleVersion>().CountAsync(Cancel), await db.Set<WorkingCopy>().CountAsync(Cancel)));
        Assert.Equal("publish, bin, remove for good", await TrailAsync(id));
        await RefusedAsync(PublishingProblem.NoArticle, New<RecycleBin>().RestoreAsync(Order(id), Cancel));
    }

    [Fact]
    public async Task The_bin_is_read_page_by_page_the_last_first()
    {
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await DraftAsync($"Trams {i}"));
            await DoneAsync(New<RecycleBin>().PutAsync(Order(ids[i]), Cancel));
        }

        var first = await New<RecycleBin>().ListAsync(3, cancel: Cancel);
        var second = await New<RecycleBin>().ListAsync(3, first.Items[^1].Key, Cancel);

        Assert.Equal(ids.AsEnumerable().Reverse(), first.Items.Concat(second.Items).Select(binned => binned.Id));
        Assert.Equal((true, false), (first.HasMore, second.HasMore));
    }

    public sealed class OnSqlite() : RecycleBinTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : RecycleBinTests(DatabaseEngine.Postgres);
}
