using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Feeds;

public abstract class IndeedFeedTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task It_holds_every_open_job_and_no_other()
    {
        await Paper.AddAsync(Enumerable.Range(1, 450).Select(number => new Job($"Job {number}")), Cancel);
        await Paper.AddAsync([new Job("Ended") { ClosesAt = Clock.Now.AddMinutes(-1) }, new Job("Draft") { IsPublished = false }], Cancel);

        var jobs = await JobsAsync();

        Assert.Equal(Enumerable.Range(1, 450).Select(number => $"Job {number}"), jobs.Select(job => (string)job.Element("title")!));
        Assert.Equal(450, jobs.Select(job => (string)job.Element("referencenumber")!).Distinct().Count());
    }

    [Fact]
    public async Task A_job_has_all_that_an_importer_asks_for()
    {
        var id = await Paper.AddAsync(new Job("R&D “lead” <senior>")
        {
            Category = "it",
            Language = Language.Dutch,
            Salary = new Salary(310000, 375050, "EUR", PayPeriod.Month),
            ClosesAt = Clock.Now.AddDays(9),
            Description = BlockDocument.Of([Block.Paragraph("You don't & won't ]]> stop."), Block.Of("bulletList", Block.Of("listItem", Block.Paragraph("A café")))]),
        }, Cancel);

        var job = Assert.Single(await JobsAsync());

        Assert.Equal("R&D “lead” <senior>", (string)job.Element("title")!);
        Assert.Equal(Clock.Now, DateTimeOffset.Parse((string)job.Element("date")!, CultureInfo.InvariantCulture));
        Assert.Equal($"{id}-be-brussels", (string)job.Element("referencenumber")!);
        Assert.Equal($"{id}", (string)job.Element("requisitionid")!);
        Assert.Equal($"{Site.PublicUrl}/nl/jobs/{id}/r-and-d-lead-senior", (string)job.Element("url")!);
        Assert.Equal(("harbour", "Brussels", "BE"), ((string)job.Element("company")!, (string)job.Element("city")!, (string)job.Element("country")!));
        Assert.Equal("<p>You don't &amp; won't ]]&gt; stop.</p>\n<ul><li>A café</li>\n</ul>", (string)job.Element("description")!);
        Assert.Equal("EUR 3100-3750.5 per month", (string)job.Element("salary")!);
        Assert.Equal("it", (string)job.Element("category")!);
        Assert.Equal(Clock.Now.AddDays(9), DateTimeOffset.Parse((string)job.Element("expirationdate")!, CultureInfo.InvariantCulture));
        Assert.All(job.Elements().SelectMany(element => element.Nodes()), node => Assert.IsType<XCData>(node));
    }

    [Fact]
    public async Task A_job_of_several_places_is_offered_in_each_under_a_number_that_never_changes()
    {
        var id = await Paper.AddAsync(new Job("Driver"), Cancel);
        await LocateAsync(id, posting => posting.Locate([Place("1651", "Lot"), Place("3000", "Leuven")]));
        Assert.Equal([$"{id}-be-1651-lot", $"{id}-be-3000-leuven"], await ReferencesAsync());

        await LocateAsync(id, posting => posting.Locate([Place("3000", "Leuven"), Place("2800", "Mechelen"), Place("1651", "Lot")]));
        await Site.FollowAsync();
        Assert.Equal([$"{id}-be-1651-lot", $"{id}-be-2800-mechelen", $"{id}-be-3000-leuven"], (await ReferencesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Remote_work_is_offered_in_each_country()
    {
        var id = await Paper.AddAsync(new Job("Analyst"), Cancel);
        await LocateAsync(id, posting =>
        {
            posting.Locate([]);
            (posting.Workplace, posting.Countries) = (Workplace.Remote, "BE NL");
        });

        var jobs = await JobsAsync();

        Assert.Equal([($"{id}-be", "BE", "Fully remote"), ($"{id}-nl", "NL", "Fully remote")],
            jobs.Select(job => ((string)job.Element("referencenumber")!, (string)job.Element("country")!, (string)job.Element("remotetype")!)));
    }

    [Fact]
    public async Task A_job_that_ends_leaves_it_and_the_client_is_told()
    {
        await Paper.AddAsync([new Job("Ends") { ClosesAt = Clock.Now.AddHours(1) }, new Job("Stays")], Cancel);
        var before = await Site.ReadAsync("/jobs/indeed.xml");

        await Site.PassAsync(TimeSpan.FromHours(2));

        var after = await Site.GetAsync("/jobs/indeed.xml", ("If-None-Match", before["ETag"]!), ("If-Modified-Since", before["Last-Modified"]!));
        Assert.Equal(200, after.Status);
        Assert.Equal(["Stays"], (await JobsAsync()).Select(job => (string)job.Element("title")!));
        Assert.Equal(200, (await Site.GetAsync("/jobs/indeed.xml", ("If-Modified-Since", before["Last-Modified"]!))).Status);
    }

    private async Task<List<XElement>> JobsAsync()
    {
        var source = XDocument.Parse((await Site.ReadAsync("/jobs/indeed.xml")).Text).Root!;
        Assert.Equal("source", source.Name.LocalName);
        return [.. source.Elements("job")];
    }

    private async Task<IEnumerable<string>> ReferencesAsync() => (await JobsAsync()).Select(job => (string)job.Element("referencenumber")!);

    private static PostingPlace Place(string postalCode, string town) => new() { PostalCode = postalCode, Town = town };

    private async Task LocateAsync(long id, Action<Posting> change)
    {
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        var posting = await db.Set<Posting>().Include(posting => posting.Places).SingleAsync(posting => posting.Id == id, Cancel);
        change(posting);
        db.Note(posting);
        await db.SaveAsync(Cancel);
    }

    public sealed class OnSqlite() : IndeedFeedTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : IndeedFeedTests(DatabaseEngine.Postgres);
}
