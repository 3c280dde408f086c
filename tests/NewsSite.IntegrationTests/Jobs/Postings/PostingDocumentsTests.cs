using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Places;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.IntegrationTests.Jobs.Postings;

public abstract class PostingDocumentsTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private IDocumentSource Source => Paper.NewScope().GetServices<IDocumentSource>().Single(source => source.Kind == "posting");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await New<StartingPlaces>().FillAsync(Cancel);
    }

    [Fact]
    public async Task A_job_is_found_by_its_words_terms_and_places()
    {
        var id = await AddAsync(posting =>
        {
            posting.Contract = Contract.Permanent;
            posting.Hours = Hours.PartTime;
            posting.Workplace = Workplace.Hybrid;
            posting.LanguagesAsked = "nl fr";
            posting.Reference = "B-12";
            posting.Salary = new Salary(250000, 300000, "EUR", PayPeriod.Month);
            posting.ClosesAt = Clock.Now.AddDays(7);
            posting.TopUntil = Clock.Now.AddDays(3);
        }, ("Elsene", ""), ("Laeken", "1020"), ("Atlantis", ""));

        var document = Assert.Single(await Source.ReadAsync([id], Cancel));

        Assert.Equal((new DocumentKey("posting", id), Language.French, "Boulanger", "Harbour Bakery", "Du pain."), (document.Key, document.Language, document.Title, document.By, document.Body));
        Assert.Equal(
            ["kind=posting", "language=fr", "employer=harbour", "workplace=Hybrid", "category=food", "contract=Permanent", "hours=PartTime", "asked=nl", "asked=fr",
                "place=1050-ixelles", "place=1020-laeken", "place=1000-bruxelles", "place=Atlantis"],
            document.Facets.Select(facet => $"{facet.Name}={facet.Value}"));
        Assert.Equal([new GeoPoint(50.8333, 4.3667), new GeoPoint(50.8759, 4.3484)], document.Places);
        Assert.Equal(["Food", "Voeding", "Elsene", "Laeken", "Atlantis", "Ixelles", "Laken", "B-12"], document.Filed.Split('\n').OrderBy(name => Array.IndexOf(["Food", "Voeding", "Elsene", "Laeken", "Atlantis", "Ixelles", "Laken", "B-12"], name)));
        Assert.Equal((3600000, Clock.Now, Clock.Now.AddDays(7), Clock.Now.AddDays(3)), (document.Pay, document.At, document.Until, document.LiftedUntil));
        Assert.False(document.IsEverywhere || document.Ages);
    }

    [Fact]
    public async Task A_job_that_is_done_from_anywhere_belongs_to_every_place()
    {
        var document = Assert.Single(await Source.ReadAsync([await AddAsync(posting => posting.Workplace = Workplace.Remote)], Cancel));

        Assert.True(document.IsEverywhere);
        Assert.Empty(document.Places);
    }

    [Fact]
    public async Task Jobs_that_are_drafts_closed_or_ended_are_not_there()
    {
        var draft = await Paper.AddAsync(new Job("Draft") { IsPublished = false }, Cancel);
        var ended = await Paper.AddAsync(new Job("Ended") { ClosesAt = Clock.Now.AddDays(1) }, Cancel);
        var closed = await Paper.AddAsync(new Job("Closed"), Cancel);
        var services = Paper.NewScope();
        services.GetRequiredService<JobsDesk>().Close(await services.GetRequiredService<NewsDb>().Set<Posting>().SingleAsync(posting => posting.Id == closed, Cancel));
        await services.GetRequiredService<NewsDb>().SaveAsync(Cancel);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty(await Source.ReadAsync([draft, ended, closed], Cancel));
        Assert.Empty(await Source.IdsAsync(0, 5, Cancel));
        Assert.Equal(0, await Source.CountAsync(Cancel));
    }

    [Fact]
    public async Task All_are_read_in_the_order_of_their_ids()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(0, 5).Select(number => new Job($"Number {number}")), Cancel);

        Assert.Equal(ids.Take(3), await Source.IdsAsync(0, 3, Cancel));
        Assert.Equal(ids.Skip(3), await Source.IdsAsync(ids[2], 3, Cancel));
        Assert.Equal(5, await Source.CountAsync(Cancel));
    }

    [Fact]
    public async Task An_import_of_places_is_seen_by_the_next_document()
    {
        var id = await AddAsync(_ => { }, ("Atlantis", ""));
        Assert.Empty(Assert.Single(await Source.ReadAsync([id], Cancel)).Places);
        var file = Path.Combine(Paper.Folder, "be.txt");
        await File.WriteAllTextAsync(file, "BE\t1999\tAtlantis\t\t\t\t\t\t\t50.1\t4.1\t\n", Cancel);

        await New<PlaceImport>().RunAsync(file, null, cancel: Cancel);

        Assert.Equal([new GeoPoint(50.1, 4.1)], Assert.Single(await Source.ReadAsync([id], Cancel)).Places);
    }

    private async Task<long> AddAsync(Action<Posting> change, params (string Town, string Code)[] places)
    {
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        var posting = new Posting
        {
            Employer = new Employer { Slug = "harbour", Name = "Harbour Bakery", CreatedAt = Clock.Now },
            Category = new Category { Slug = "food", Name = new LocalizedText(Language.English, "Food").With(Language.Dutch, "Voeding") },
            Language = "fr",
            Title = "Boulanger",
            Slug = "boulanger",
            Description = BlockDocument.Of([Block.Paragraph("Du pain.")]),
            CreatedAt = Clock.Now,
        };
        change(posting);
        posting.Locate([.. places.Select(place => new PostingPlace { Town = place.Town, PostalCode = place.Code })]);
        db.Add(posting);
        services.GetRequiredService<JobsDesk>().Publish(posting);
        await db.SaveAsync(Cancel);
        return posting.Id;
    }

    public sealed class OnSqlite() : PostingDocumentsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PostingDocumentsTests(DatabaseEngine.Postgres);
}
