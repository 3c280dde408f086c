using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress;

namespace NewsSite.IntegrationTests.Transfer.Wordpress;

/// <summary>An import that is run again: after it was stopped, or after dates were changed there.</summary>
public abstract class RepeatedImportTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private OldPaper Old => field ??= new OldPaper(Paper.Folder);

    [Fact]
    public async Task A_date_that_was_changed_there_is_followed()
    {
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text", more: OldPaper.Term("post_tag", "caf%C3%A9", "Café")));
        await ImportAsync();
        Old.Items[0] = Old.Items[0].Replace("2015-03-04 10:00:00", "2014-12-24 07:30:00", StringComparison.Ordinal);
        var report = await ImportAsync();

        var moved = new DateTimeOffset(2014, 12, 24, 7, 30, 0, TimeSpan.Zero);
        var article = await New<NewsDb>().Set<Article>().Include(article => article.Tags).Include(article => article.Bylines).AsSplitQuery().SingleAsync(Cancel);
        Assert.Equal(new ImportTally { Updated = 1 }, report["articles"]);
        Assert.Equal((moved, (DateTimeOffset?)null), (article.PublishedAt, article.UpdatedAt));
        Assert.Equal([moved, moved], [Assert.Single(article.Tags).PublishedAt, Assert.Single(article.Bylines).PublishedAt]);
        Assert.Equal(new ImportTally { Unchanged = 1 }, (await ImportAsync())["articles"]);
    }

    [Fact]
    public async Task A_date_that_an_editor_set_here_stays()
    {
        Old.Items.Add(OldPaper.Item(60, "post", "One", "Text"));
        await ImportAsync();
        var scope = Paper.NewScope();
        var db = (NewsDb)scope.GetService(typeof(NewsDb))!;
        var here = new DateTimeOffset(2016, 1, 1, 12, 0, 0, TimeSpan.Zero);
        (await db.Set<Article>().Include(article => article.Bylines).SingleAsync(Cancel)).Redate(here);
        await db.SaveAsync(Cancel);
        Old.Items[0] = Old.Items[0].Replace("2015-03-04 10:00:00", "2014-12-24 07:30:00", StringComparison.Ordinal);

        Assert.Equal(new ImportTally { Kept = 1 }, (await ImportAsync())["articles"]);
        Assert.Equal(here, (await New<NewsDb>().Set<Article>().SingleAsync(Cancel)).PublishedAt);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_where_it_was_and_doubles_nothing()
    {
        Old.Items.AddRange(Enumerable.Range(1, 450).Select(id => OldPaper.Item(id, "post", $"Article {id}", "Text", more: OldPaper.Term("category", "city", "City"))));
        Old.Write();
        using var stop = new CancellationTokenSource();
        var told = new Stopping(stop, 200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => New<WordpressImport>().RunAsync(new WordpressImportOptions { File = Old.Path }, told, stop.Token));
        Assert.Equal((200, 450), (told.Last!.Done, told.Last.Total));
        Assert.Equal(200, await New<NewsDb>().Set<Article>().CountAsync(Cancel));

        var report = await ImportAsync();

        Assert.Equal(new ImportTally { New = 250, Unchanged = 200 }, report["articles"]);
        Assert.Equal(450, await New<NewsDb>().Set<Article>().Select(article => article.Title).Distinct().CountAsync(Cancel));
        Assert.Equal(450, await New<NewsDb>().Set<Article>().CountAsync(Cancel));
        Assert.NotNull(await New<OldAddresses>().FindAsync("/2015/03/item-450/", "", Cancel));
    }

    private async Task<ImportReport> ImportAsync()
    {
        Old.Write();
        return await New<WordpressImport>().RunAsync(new WordpressImportOptions { File = Old.Path }, new Progress<ImportProgress>(), Cancel);
    }

    /// <summary>Somebody presses Ctrl+C as soon as so many articles are written.</summary>
    private sealed class Stopping(CancellationTokenSource stop, long after) : IProgress<ImportProgress>
    {
        public ImportProgress? Last { get; private set; }

        public void Report(ImportProgress value)
        {
            Last = value;
            if (value.Stage.StartsWith("Writing", StringComparison.Ordinal) && value.Done >= after)
                stop.Cancel();
        }
    }

    public sealed class OnSqlite() : RepeatedImportTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : RepeatedImportTests(DatabaseEngine.Postgres);
}
