using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.IntegrationTests.Jobs.Postings;

public abstract class OpenPostingsTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_job_closes_at_its_instant_everywhere_at_once()
    {
        var id = await Paper.AddAsync(new Job("Tram driver") { ClosesAt = Clock.Now.AddHours(1), TopUntil = Clock.Now.AddDays(9) }, Cancel);

        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMicroseconds(1));
        Assert.Equal((true, 1, 1, 1, 1), await SeenAsync(id));
        Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal((false, 0, 0, 0, 0), await SeenAsync(id));
        Assert.NotNull(await New<OpenPostings>().FindAsync(id, Cancel));
    }

    [Fact]
    public async Task A_job_without_an_end_stays_open_until_the_desk_closes_it()
    {
        var id = await Paper.AddAsync(new Job("Tram driver"), Cancel);
        Clock.Advance(TimeSpan.FromDays(2000));
        Assert.True((await SeenAsync(id)).IsOpen);

        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        services.GetRequiredService<JobsDesk>().Close(await db.Set<Posting>().SingleAsync(Cancel));
        await db.SaveAsync(Cancel);

        Assert.Equal((false, 0, 0, 0, 0), await SeenAsync(id));
        Assert.Equal(Clock.Now, (await New<OpenPostings>().FindAsync(id, Cancel))!.ClosedAt);
        Assert.Equal(("posting", id), await LastChangeAsync());
    }

    [Fact]
    public async Task What_readers_never_saw_is_not_found()
    {
        var id = await Paper.AddAsync(new Job("Draft") { IsPublished = false }, Cancel);

        Assert.Null(await New<OpenPostings>().FindAsync(id, Cancel));
        Assert.Empty((await New<OpenPostings>().LatestAsync(10, cancel: Cancel)).Items);
    }

    [Fact]
    public async Task The_list_page_by_page_holds_all_open_jobs_of_every_language_newest_first()
    {
        var random = new Random(3);
        var jobs = Enumerable.Range(0, 60).Select(number => new Job($"Job {number}")
        {
            Employer = number % 3 == 0 ? "harbour" : "hospital",
            Language = Platform.Languages.Language.All[number % 3],
            PublishedAt = Clock.Now.AddMinutes(-random.Next(12)),
            ClosesAt = random.Next(4) == 0 ? Clock.Now.AddMinutes(random.Next(-5, 5)) : null,
            IsPublished = random.Next(6) > 0,
        }).ToList();
        var all = (await Paper.AddAsync(jobs, Cancel)).Zip(jobs).ToList();
        var expected = all.Where(entry => entry.Second.IsPublished && !(entry.Second.ClosesAt <= Clock.Now))
            .OrderByDescending(entry => entry.Second.PublishedAt).ThenByDescending(entry => entry.First).ToList();

        foreach (var size in new[] { 1, 7, 100 })
            Assert.Equal(expected.Select(entry => entry.First), await AllAsync(before => New<OpenPostings>().LatestAsync(size, before, Cancel)));
        Assert.Equal(expected.Count, await New<OpenPostings>().CountAsync(Cancel));
        var harbour = (await New<NewsSite.Jobs.Employers.EmployerDirectory>().FindAsync("harbour", Cancel))!.Id;
        Assert.Equal(expected.Where(entry => entry.Second.Employer == "harbour").Select(entry => entry.First),
            await AllAsync(before => New<OpenPostings>().OfEmployerAsync(harbour, 4, before, Cancel)));
        Assert.Equal(expected.Select(entry => entry.First).Order(), (await New<OpenPostings>().AfterAsync(0, 1000, Cancel)).Select(posting => posting.Id));
    }

    [Fact]
    public async Task Similar_jobs_are_of_the_same_category_then_the_newest_without_the_job_itself()
    {
        var at = (int hours) => Clock.Now.AddHours(-hours);
        var ids = await Paper.AddAsync(
        [
            new Job("This") { Category = "care", PublishedAt = at(1) }, new Job("Old care") { Category = "care", PublishedAt = at(9) },
            new Job("New it") { Category = "it", PublishedAt = at(0) }, new Job("No category") { PublishedAt = at(2) },
        ], Cancel);
        var posting = (await New<OpenPostings>().FindAsync(ids[0], Cancel))!;

        Assert.Equal([ids[1], ids[2], ids[3]], (await New<OpenPostings>().SimilarAsync(posting, 4, Cancel)).Select(card => card.Id));
        Assert.Equal([ids[1]], (await New<OpenPostings>().SimilarAsync(posting, 1, Cancel)).Select(card => card.Id));
    }

    [Fact]
    public async Task A_posting_comes_back_as_it_was_written()
    {
        var id = await Paper.AddAsync(new Job("Nurse <nights>") { Category = "care", Salary = new Salary(250_000, null, "EUR", PayPeriod.Month), Town = "Ixelles / Elsene" }, Cancel);

        var posting = (await New<OpenPostings>().FindAsync(id, Cancel))!;
        var card = Assert.Single((await New<OpenPostings>().LatestAsync(5, cancel: Cancel)).Items);

        Assert.Equal(("Nurse <nights>", "care", new Salary(250_000, null, "EUR", PayPeriod.Month), "Ixelles / Elsene"),
            (posting.Title, posting.Category!.Slug, posting.Salary, posting.Places.Single().Town));
        Assert.Equal((posting.Title, "care", posting.Salary, "Ixelles / Elsene", "harbour"), (card.Title, card.Category, card.Salary, card.Towns.Single(), card.Employer));
    }

    [Fact]
    public async Task Top_jobs_turn_with_the_slot_and_their_pages_hold_each_job_once()
    {
        await Paper.AddAsync(Enumerable.Range(0, 13).Select(number => new Job($"Job {number}")
        {
            Category = number % 2 == 0 ? "care" : "it",
            TopUntil = number < 6 ? Clock.Now.AddDays(1) : null,
        }), Cancel);

        var first = await New<TopJobs>().PageAsync(["care"], 1);
        var pages = new List<TopJobsPage>();
        for (var page = 1; page <= first.Pages; page++)
            pages.Add(await New<TopJobs>().PageAsync(["care"], page));

        Assert.Equal(3, first.Pages);
        Assert.Equal(13, pages.SelectMany(page => page.Jobs).Select(card => card.Id).Distinct().Count());
        Assert.All(first.Jobs.Take(3), card => Assert.Equal(("care", true), (card.Category, card.IsTopAt(Clock.Now))));
        Assert.All(first.Jobs.Skip(3), card => Assert.Equal(("it", true), (card.Category, card.IsTopAt(Clock.Now))));
        Assert.Equal((1, 3), ((await New<TopJobs>().PageAsync([], -5)).Page, (await New<TopJobs>().PageAsync([], 99)).Page));

        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotEqual(first.Jobs[0].Id, (await New<TopJobs>().PageAsync(["care"], 1)).Jobs[0].Id);
    }

    private async Task<(bool IsOpen, int Listed, int Counted, int Fed, int Top)> SeenAsync(long id)
    {
        var open = New<OpenPostings>();
        return (open.IsOpen((await open.FindAsync(id, Cancel))!), (await open.LatestAsync(5, cancel: Cancel)).Items.Count, await open.CountAsync(Cancel),
            (await open.AfterAsync(0, 5, Cancel)).Count, (await open.TopAsync(5, Cancel)).Count + (await open.LatestAsync(1, cancel: Cancel)).Items.Count(card => card.TopUntil is null));
    }

    private static async Task<List<long>> AllAsync(Func<ListKey?, Task<ListPage<JobCard>>> read)
    {
        var seen = new List<long>();
        ListPage<JobCard> page;
        ListKey? before = null;
        do
        {
            page = await read(before);
            seen.AddRange(page.Items.Select(card => card.Id));
            before = page.Items.Count > 0 ? page.Items[^1].Key : null;
        }
        while (page.HasMore && seen.Count < 1000);
        return seen;
    }

    private async Task<(string Kind, long Id)> LastChangeAsync()
    {
        var last = await New<NewsDb>().Set<Change>().OrderByDescending(change => change.Id).FirstAsync(Cancel);
        return (last.Kind, last.EntityId);
    }

    public sealed class OnSqlite() : OpenPostingsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OpenPostingsTests(DatabaseEngine.Postgres);
}
