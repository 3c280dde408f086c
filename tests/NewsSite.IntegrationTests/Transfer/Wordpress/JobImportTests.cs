using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress;

namespace NewsSite.IntegrationTests.Transfer.Wordpress;

public abstract class JobImportTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly string Company = OldPaper.Field("_company_name", "Zenne Bakery") + OldPaper.Field("_company_website", "https://bakery.example");

    private OldPaper Old => field ??= new OldPaper(Paper.Folder);

    [Fact]
    public async Task A_listing_becomes_a_posting_with_its_employer()
    {
        Old.Items.Add(OldPaper.Item(80, "job_listing", "Baker", "<p>Bake <img src=\"https://old.example/wp-content/uploads/b.jpg\" alt=\"bread\"></p>", more:
            Company + OldPaper.Field("_job_location", "1000 Brussels, Belgium; Lille, France") + OldPaper.Field("_application", "jobs@bakery.example") + OldPaper.Field("_job_expires", "2026-12-24")
            + OldPaper.Field("_featured", "1") + OldPaper.Field("_job_salary", "2.500 – 3.200,50 €") + OldPaper.Field("_job_salary_unit", "MONTH")
            + OldPaper.Term("job_listing_type", "full-time", "Full Time") + OldPaper.Term("job_listing_type", "permanent", "Permanent") + OldPaper.Term("job_listing_category", "food", "Food")));
        await ImportAsync();

        var posting = await PostingAsync();
        Assert.Equal(("Baker", "Zenne Bakery", "https://bakery.example", "food"), (posting.Title, posting.Employer.Name, posting.Employer.Website, posting.Category!.Slug));
        Assert.Equal([("Brussels", "1000", "BE"), ("Lille", "", "FR")], posting.Places.OrderBy(place => place.Id).Select(place => (place.Town, place.PostalCode, place.Country)));
        Assert.Equal(new Salary(250_000, 320_050, "EUR", PayPeriod.Month), posting.Salary);
        Assert.Equal((Contract.Permanent, Hours.FullTime, "jobs@bakery.example"), (posting.Contract, posting.Hours, posting.ApplyMail));
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 23, 0, 0, TimeSpan.Zero), posting.ClosesAt);
        Assert.Equal(posting.ClosesAt, posting.TopUntil);
        Assert.Equal(PostingState.Published, posting.State);
        Assert.Empty(posting.Description.Pictures());
        Assert.Equal("posting", (await New<OldAddresses>().FindAsync("/", "?p=80", Cancel))!.ToKind);
    }

    [Fact]
    public async Task What_cannot_be_read_for_sure_is_told_in_the_text()
    {
        Old.Items.Add(OldPaper.Item(80, "job_listing", "Baker", "<p>Bake</p>", more: Company + OldPaper.Field("_job_salary", "competitive, 13th month") + OldPaper.Field("_application", "ring the bell") + OldPaper.Field("_remote_position", "1") + OldPaper.Field("_job_location", "Anywhere")));
        var report = await ImportAsync();
        var posting = await PostingAsync();
        Assert.Equal("Bake\ncompetitive, 13th month", posting.Description.PlainText());
        Assert.Null(posting.Salary);
        Assert.Empty(posting.Places);
        Assert.Equal(Workplace.Remote, posting.Workplace);
        Assert.Equal(2, report.Notes.Count(note => note.Heading == "Jobs whose terms could not be read"));
    }

    [Fact]
    public async Task A_job_that_is_filled_there_since_is_closed_here()
    {
        Old.Items.Add(OldPaper.Item(80, "job_listing", "Baker", "Bake", more: Company));
        Old.Items.Add(OldPaper.Item(81, "job_listing", "Miller", "Mill", "expired", Company));
        await ImportAsync();
        Old.Items[0] = OldPaper.Item(80, "job_listing", "Baker", "Bake", more: Company + OldPaper.Field("_filled", "1"));
        var report = await ImportAsync();
        Assert.Equal(new ImportTally { Updated = 1, Unchanged = 1 }, report["jobs"]);
        Assert.Equal(PostingState.Closed, (await PostingAsync("Baker")).State);
        Assert.Empty((await New<OpenPostings>().LatestAsync(10, cancel: Cancel)).Items);
        Assert.Equal(1, await New<NewsDb>().Set<Employer>().CountAsync(Cancel));
    }

    [Fact]
    public async Task A_date_that_was_changed_there_is_followed()
    {
        Old.Items.Add(OldPaper.Item(80, "job_listing", "Baker", "Bake", more: Company));
        await ImportAsync();
        Old.Items[0] = Old.Items[0].Replace("2015-03-04 10:00:00", "2016-05-06 10:00:00", StringComparison.Ordinal);

        Assert.Equal(new ImportTally { Updated = 1 }, (await ImportAsync())["jobs"]);
        var posting = await PostingAsync();
        Assert.Equal(new DateTimeOffset(2016, 5, 6, 10, 0, 0, TimeSpan.Zero), posting.PublishedAt);
        Assert.True(posting.ModifiedAt > posting.PublishedAt, "it was changed now, not when it was published");
    }

    private Task<Posting> PostingAsync(string title = "Baker") => New<NewsDb>().Set<Posting>().Include(posting => posting.Employer).Include(posting => posting.Category)
        .Include(posting => posting.Places).SingleAsync(posting => posting.Title == title, Cancel);

    private async Task<ImportReport> ImportAsync()
    {
        Old.Write();
        return await New<WordpressImport>().RunAsync(new WordpressImportOptions { File = Old.Path }, new Progress<ImportProgress>(), Cancel);
    }

    public sealed class OnSqlite() : JobImportTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : JobImportTests(DatabaseEngine.Postgres);
}
