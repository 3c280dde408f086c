using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Demo;

namespace NewsSite.IntegrationTests.Transfer.Demo;

public abstract class DemoPaperTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task An_empty_database_is_filled_once()
    {
        Assert.True(await New<DemoPaper>().FillAsync(Cancel));
        var articles = await New<NewsDb>().Set<Article>().CountAsync(Cancel);

        Assert.True(articles >= 60);
        Assert.False(await New<DemoPaper>().FillAsync(Cancel));
        Assert.Equal(articles, await New<NewsDb>().Set<Article>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Every_article_can_be_read_with_its_pictures_and_links()
    {
        await New<DemoPaper>().FillAsync(Cancel);
        var db = New<NewsDb>();
        var paths = new HashSet<string>();
        var linked = new List<string>();
        foreach (var article in await db.Set<Article>().AsNoTracking().Include(article => article.Section).ToListAsync(Cancel))
        {
            paths.Add($"{Language.OrDefault(article.Language).Prefix}/news/{article.Section.Slug}/{article.Id}/{article.Slug}");
            var read = (await New<ArticleReader>().FindAsync(article.Id, Cancel)).Article!;
            Assert.NotEmpty(read.Body.Root.Content);
            Assert.NotEmpty(read.Card.AuthorIds);
            Assert.All(read.Body.Pictures(), id => Assert.NotEmpty(read.Media[id].Renditions));
            Assert.NotEmpty(read.Media[read.HeroId!.Value].Renditions);
            linked.AddRange(read.Body.Root.Walk().SelectMany(block => block.Marks).Where(mark => mark.Href?.StartsWith('/') == true).Select(mark => mark.Href!));
        }
        Assert.NotEmpty(linked);
        Assert.Empty(linked.Except(paths));
    }

    [Fact]
    public async Task Every_picture_lies_in_the_file_store()
    {
        await New<DemoPaper>().FillAsync(Cancel);
        var files = New<FileStore>();

        foreach (var media in await New<NewsDb>().Set<MediaItem>().AsNoTracking().ToListAsync(Cancel))
            Assert.All(media.Renditions, rendition => Assert.NotNull(files.Find(rendition.File)));
    }

    [Fact]
    public async Task Front_page_lists_are_full_and_in_order()
    {
        await New<DemoPaper>().FillAsync(Cancel);
        var scope = Paper.NewScope();
        var articles = scope.GetRequiredService<PublishedArticles>();

        var latest = (await articles.LatestAsync(Language.English, 20, cancel: Cancel)).Items;
        Assert.Equal(20, latest.Count);
        Assert.Equal(latest.OrderByDescending(card => card.PublishedAt).Select(card => card.Id), latest.Select(card => card.Id));
        Assert.All(latest, card => Assert.True(card.PublishedAt <= Clock.Now));
        Assert.NotEmpty((await articles.LatestAsync(Language.Dutch, 20, cancel: Cancel)).Items);
        Assert.NotEmpty((await articles.LatestAsync(Language.French, 20, cancel: Cancel)).Items);
        var translated = await New<NewsDb>().Set<Article>().Where(article => article.TranslationGroup != null).Select(article => article.Id).FirstAsync(Cancel);
        Assert.Equal(Language.All.Count - 1, (await New<ArticleReader>().TranslationsAsync((await New<ArticleReader>().FindAsync(translated, Cancel)).Article!, Cancel)).Count);
    }

    [Fact]
    public async Task Jobs_are_open_until_the_end_of_their_last_day()
    {
        await New<DemoPaper>().FillAsync(Cancel);
        var jobs = (await New<OpenPostings>().LatestAsync(100, cancel: Cancel)).Items;

        Assert.Equal(24, jobs.Count);
        Assert.Equal(6, jobs.Count(job => job.IsTopAt(Clock.Now)));
        Assert.All(jobs, job => Assert.NotEmpty(job.Towns));
        Assert.All(jobs, job => Assert.Equal(new TimeSpan(23, 59, 59), TimeZoneInfo.ConvertTime(job.ClosesAt!.Value, TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels")).TimeOfDay));
    }

    [Fact]
    public async Task Static_pages_exist_in_every_language()
    {
        await New<DemoPaper>().FillAsync(Cancel);

        foreach (var slug in new[] { "about", "contact", "privacy" })
            Assert.Equal(Language.All.Count, (await New<PublishedPages>().FindAsync(slug, Cancel)).Count);
    }

    [Fact]
    public async Task A_fill_that_fails_at_its_end_leaves_nothing()
    {
        var db = New<NewsDb>();
        var obstacle = new StaticPage { Slug = "privacy", Language = "nl", Title = "In the way", ModifiedAt = Clock.Now };
        db.Add(obstacle);
        await db.SaveAsync(Cancel);
        await Assert.ThrowsAsync<DbUpdateException>(() => New<DemoPaper>().FillAsync(Cancel));

        Assert.False(await db.Set<Article>().AnyAsync(Cancel));
        db.Remove(obstacle);
        await db.SaveAsync(Cancel);
        Assert.True(await New<DemoPaper>().FillAsync(Cancel));
    }

    public sealed class OnSqlite() : DemoPaperTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : DemoPaperTests(DatabaseEngine.Postgres);
}
