using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.IntegrationTests.Database;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Following;
using NewsSite.Search.Index;

namespace NewsSite.IntegrationTests.Search.Following;

/// <summary>The index of a node holds what readers may see: no less after any failure, and no more.</summary>
public abstract class IndexKeeperTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private IndexKeeper Keeper => New<IndexKeeper>();

    [Fact]
    public async Task What_was_there_before_the_start_is_found_and_the_state_says_so()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(0, 3).Select(number => new Piece($"Heron {number}")), Cancel);
        var job = await Paper.AddAsync(new Job("Heron keeper"), Cancel);
        Assert.False(Keeper.State.IsReady);

        await Keeper.CatchUpAsync(Cancel);

        Assert.Equal([.. ids.Select(Article), Posting(job)], Find("heron"));
        Assert.Equal((true, false, 100, Clock.Now), (Keeper.State.IsReady, Keeper.State.IsReadingAll, Keeper.State.Percent, Keeper.State.CurrentAt));
    }

    [Fact]
    public async Task What_is_published_is_found_and_what_is_taken_away_is_not()
    {
        await Keeper.CatchUpAsync(Cancel);
        var ids = await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two"), new Piece("Heron draft") { State = ArticleState.Draft }], Cancel);
        await Keeper.CatchUpAsync(Cancel);
        Assert.Equal([Article(ids[0]), Article(ids[1])], Find("heron"));

        await New<PublishingDesk>().UnpublishAsync(new PublishingOrder { ArticleId = ids[0], By = Editor.Paper }, cancel: Cancel);
        await Keeper.CatchUpAsync(Cancel);
        Assert.Equal([Article(ids[1])], Find("heron"));

        await New<RecycleBin>().PutAsync(new PublishingOrder { ArticleId = ids[1], By = Editor.Paper }, cancel: Cancel);
        await Keeper.CatchUpAsync(Cancel);
        Assert.Empty(Find("heron"));
    }

    [Fact]
    public async Task A_job_that_is_closed_or_ends_is_found_no_more()
    {
        var ids = await Paper.AddAsync([new Job("Baker"), new Job("Baker by day") { ClosesAt = Clock.Now.AddHours(1) }], Cancel);
        await Keeper.CatchUpAsync(Cancel);
        var services = Paper.NewScope();
        services.GetRequiredService<JobsDesk>().Close(await services.GetRequiredService<NewsDb>().Set<Posting>().SingleAsync(posting => posting.Id == ids[0], Cancel));
        await services.GetRequiredService<NewsDb>().SaveAsync(Cancel);

        await Keeper.CatchUpAsync(Cancel);
        Assert.Equal([Posting(ids[1])], Find("baker"));
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(Find("baker"));
    }

    [Fact]
    public async Task An_article_is_found_by_the_new_name_of_its_tag()
    {
        var id = await Paper.AddAsync(new Piece("One") { Tags = ["tram"] }, Cancel);
        await Keeper.CatchUpAsync(Cancel);
        var tag = await New<NewsDb>().Set<Tag>().SingleAsync(Cancel);

        await New<TagDesk>().SaveAsync(tag.Id, 0, "tram", new LocalizedText(Language.English, "Streetcar"), Cancel);
        await Keeper.CatchUpAsync(Cancel);

        Assert.Equal([Article(id)], Find("streetcar"));
        Assert.Empty(Find("tram"));
    }

    [Fact]
    public async Task What_is_written_while_all_is_read_is_not_missed()
    {
        await Paper.AddAsync(Enumerable.Range(0, 300).Select(number => new Piece($"Heron {number}")), Cancel);
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                var ids = await Paper.AddAsync([new Piece("Heron late"), new Piece("Heron gone")], Cancel);
                await New<PublishingDesk>().UnpublishAsync(new PublishingOrder { ArticleId = ids[1], By = Editor.Paper }, cancel: Cancel);
            }
        }, Cancel);

        await Keeper.CatchUpAsync(Cancel);
        await writing;
        await Keeper.CatchUpAsync(Cancel);

        Assert.Equal(310, Find("heron").Count);
        Assert.Equal(await New<NewsDb>().Set<Article>().Where(article => article.State == ArticleState.Published).OrderBy(article => article.Id).Select(article => article.Id).ToListAsync(Cancel), Find("heron").Select(key => key.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_lost_database_nothing_is_missing(bool isFilledBefore)
    {
        await Paper.AddAsync(new Piece("Heron before"), Cancel);
        if (isFilledBefore)
            await Keeper.CatchUpAsync(Cancel);
        await Paper.AddAsync(new Piece("Heron meanwhile"), Cancel);
        await WriteAsync("ALTER TABLE article_tags RENAME TO away");
        await Assert.ThrowsAnyAsync<DbException>(() => Keeper.CatchUpAsync(Cancel));
        Assert.Equal(isFilledBefore, Keeper.State.IsReady);

        await WriteAsync("ALTER TABLE away RENAME TO article_tags");
        await Keeper.CatchUpAsync(Cancel);

        Assert.Equal(2, Find("heron").Count);
    }

    [Fact]
    public async Task When_another_state_of_the_database_comes_back_all_is_read_anew()
    {
        await Paper.AddAsync([new Piece("Heron old"), new Piece("Heron lost")], Cancel);
        await Keeper.CatchUpAsync(Cancel);
        await WriteAsync("ALTER TABLE changes RENAME TO away");
        await Assert.ThrowsAnyAsync<DbException>(() => Keeper.CatchUpAsync(Cancel));
        await WriteAsync("ALTER TABLE away RENAME TO changes");
        // As an older backup would have it: the log says other things under the same numbers.
        await WriteAsync("UPDATE changes SET entity_id = entity_id + 1000");
        await WriteAsync("UPDATE articles SET state = 'Draft' WHERE title = 'Heron lost'");

        await Keeper.CatchUpAsync(Cancel);

        Assert.Single(Find("heron"));
    }

    [Fact]
    public async Task An_order_to_index_anew_is_followed_and_searches_go_on_meanwhile()
    {
        await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two")], Cancel);
        await Keeper.CatchUpAsync(Cancel);
        await WriteAsync("UPDATE articles SET state = 'Draft' WHERE title = 'Heron two'");
        await Keeper.CatchUpAsync(Cancel);
        Assert.Equal(2, Find("heron").Count);

        await New<Reindexing>().OrderAsync(Cancel);
        await Keeper.CatchUpAsync(Cancel);

        Assert.Single(Find("heron"));
        await Paper.AddAsync(new Piece("Heron three"), Cancel);
        await Keeper.CatchUpAsync(Cancel);
        Assert.Equal(2, Find("heron").Count);
    }

    [Fact]
    public async Task What_cannot_be_read_does_not_keep_the_others_from_being_found()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(0, 5).Select(number => new Piece($"Heron {number}")), Cancel);
        await WriteAsync($"UPDATE article_versions SET body = 'broken' WHERE article_id = {ids[2]}");

        await Keeper.CatchUpAsync(Cancel);

        Assert.Equal(ids.Where(id => id != ids[2]).Select(Article), Find("heron"));
        Assert.True(Keeper.State.IsReady);
    }

    [Fact]
    public async Task Everything_is_as_in_the_database_after_many_changes_of_all_kinds()
    {
        var random = new Random(20261122);
        var ids = new List<long>(await Paper.AddAsync(Enumerable.Range(0, 20).Select(number => new Piece($"Heron {number}")), Cancel));
        for (var round = 0; round < 60; round++)
        {
            var id = ids[random.Next(ids.Count)];
            var order = new PublishingOrder { ArticleId = id, By = Editor.Paper };
            _ = random.Next(5) switch
            {
                0 => await New<PublishingDesk>().UnpublishAsync(order, cancel: Cancel),
                1 => await New<PublishingDesk>().PublishAsync(order, Publication.Update, cancel: Cancel),
                2 => await New<RecycleBin>().PutAsync(order, cancel: Cancel),
                3 => await New<RecycleBin>().RestoreAsync(order, cancel: Cancel),
                _ => await AddOneAsync(),
            };
            if (random.Next(4) == 0)
                await Keeper.CatchUpAsync(Cancel);
        }
        await Keeper.CatchUpAsync(Cancel);

        var shown = await New<NewsDb>().Set<Article>().Where(article => article.State == ArticleState.Published).OrderBy(article => article.Id).Select(article => article.Id).ToListAsync(Cancel);
        Assert.NotEmpty(shown);
        Assert.Equal(shown.Select(Article), Find("heron"));

        async Task<PublishingAnswer?> AddOneAsync()
        {
            ids.Add(await Paper.AddAsync(new Piece("Heron added"), Cancel));
            return null;
        }
    }

    private IReadOnlyList<DocumentKey> Find(string word) => New<SearchIndex>().Find(word, Clock.Now);

    private static DocumentKey Article(long id) => new("article", id);

    private static DocumentKey Posting(long id) => new("posting", id);

    private Task WriteAsync(string sql) => Paper.WriteAsync(sql, Cancel);

    public sealed class OnSqlite() : IndexKeeperTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : IndexKeeperTests(DatabaseEngine.Postgres);
}
