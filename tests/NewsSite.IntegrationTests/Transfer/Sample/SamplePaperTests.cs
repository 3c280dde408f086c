using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Demo;
using NewsSite.Transfer.Sample;

namespace NewsSite.IntegrationTests.Transfer.Sample;

public abstract class SamplePaperTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly SampleOptions Small = new() { Articles = 300, Jobs = 100, Seed = 3 };

    [Fact]
    public async Task An_empty_paper_gets_articles_jobs_and_all_they_are_filed_under()
    {
        var reports = new Reports();
        await New<SamplePaper>().LoadAsync(Small, reports, Cancel);

        Assert.Equal(300, await New<NewsDb>().Set<Article>().CountAsync(article => article.State == ArticleState.Published, Cancel));
        Assert.Equal(100, await New<NewsDb>().Set<Posting>().CountAsync(Cancel));
        Assert.Equal(40, await New<NewsDb>().Set<Author>().CountAsync(Cancel));
        Assert.Equal(20, (await New<PublishedArticles>().LatestAsync(Language.English, 20, cancel: Cancel)).Items.Count);
        Assert.NotEmpty((await New<OpenPostings>().LatestAsync(20, cancel: Cancel)).Items);
        Assert.Contains(new SampleProgress("articles", 250, 300), reports.All);
        Assert.Equal(new SampleProgress("jobs", 100, 100), reports.All[^1]);
    }

    [Fact]
    public async Task A_filled_paper_keeps_what_it_has_and_its_pictures_illustrate_the_sample()
    {
        await New<DemoPaper>().FillAsync(Cancel);
        var before = await New<NewsDb>().Set<Article>().AsNoTracking().Select(article => article.Id).ToListAsync(Cancel);
        await New<SamplePaper>().LoadAsync(Small, cancel: Cancel);

        var articles = await New<NewsDb>().Set<Article>().AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(before.Count + 300, articles.Count);
        Assert.Empty(before.Except(articles.Select(article => article.Id)));
        Assert.Contains(articles, article => !before.Contains(article.Id) && article.HeroId is not null);
    }

    [Fact]
    public async Task A_second_run_adds_more_under_the_same_employers()
    {
        await New<SamplePaper>().LoadAsync(Small, cancel: Cancel);
        var employers = await New<NewsDb>().Set<Employer>().CountAsync(Cancel);
        await New<SamplePaper>().LoadAsync(Small, cancel: Cancel);

        Assert.Equal(600, await New<NewsDb>().Set<Article>().CountAsync(Cancel));
        Assert.Equal(employers, await New<NewsDb>().Set<Employer>().CountAsync(Cancel));
    }

    private sealed class Reports : IProgress<SampleProgress>
    {
        public List<SampleProgress> All { get; } = [];

        public void Report(SampleProgress value) => All.Add(value);
    }

    public sealed class OnSqlite() : SamplePaperTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SamplePaperTests(DatabaseEngine.Postgres);
}
