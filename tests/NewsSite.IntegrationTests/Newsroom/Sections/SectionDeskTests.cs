using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Sections;

public abstract class SectionDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_renamed_section_leaves_redirects_in_every_language_and_takes_them_along_when_it_comes_back()
    {
        var (_, id) = await New<SectionDesk>().AddAsync(Edit("city"), Cancel);

        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().SaveAsync(id, 0, Edit("town"), Cancel));
        foreach (var path in new[] { "/news/city", "/nl/news/city", "/fr/news/city" })
            Assert.Equal(("section", id), await TargetAsync(path));

        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().SaveAsync(id, 1, Edit("city"), Cancel));
        Assert.Null(await New<OldAddresses>().FindAsync("/news/city", "", Cancel));
        Assert.Equal(("section", id), await TargetAsync("/news/town"));
    }

    [Fact]
    public async Task Every_article_that_moves_to_another_section_is_noted_few_at_a_time()
    {
        var articles = await Paper.AddAsync(Enumerable.Range(1, ManyArticles.Batch + 20).Select(number => new Piece($"Story {number}")), Cancel);
        var city = (await New<SectionDesk>().ListAsync(Cancel)).Single().Id;
        var (_, culture) = await New<SectionDesk>().AddAsync(Edit("culture"), Cancel);
        var before = await New<NewsDb>().Set<Change>().MaxAsync(change => change.Id, Cancel);
        // Refused, it moves none.
        Assert.Equal(EditOutcome.Stale, await New<SectionDesk>().DeleteAsync(city, 7, culture, Cancel));
        Assert.Equal(EditOutcome.Circular, await New<SectionDesk>().DeleteAsync(city, 0, city, Cancel));
        Assert.Equal(0, await New<NewsDb>().Set<Article>().CountAsync(article => article.SectionId == culture, Cancel));

        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().DeleteAsync(city, 0, culture, Cancel));

        Assert.Equal(articles.Count, await New<NewsDb>().Set<Article>().CountAsync(article => article.SectionId == culture, Cancel));
        var noted = await New<NewsDb>().Set<Change>().Where(change => change.Id > before && change.Kind == "article").Select(change => change.EntityId).ToListAsync(Cancel);
        Assert.Equal(articles.Order(), noted.Order());
    }

    [Fact]
    public async Task A_section_that_gets_another_name_or_place_is_noted_with_each_article_under_it()
    {
        var inner = await Paper.AddAsync(new Piece("Opera") { Section = "stage" }, Cancel);
        await Paper.AddAsync(new Piece("Trams") { Section = "city" }, Cancel);
        await Paper.AddSectionAsync("culture", null, Cancel);
        await Paper.AddSectionAsync("stage", "culture", Cancel);
        var sections = (await New<SectionDesk>().ListAsync(Cancel)).ToDictionary(section => section.Slug);

        Assert.Equal([], await NotedAsync(() => New<SectionDesk>().SaveAsync(sections["culture"].Id, 0, Edit("culture") with { Name = sections["culture"].Name, Colour = "#aa0000" }, Cancel)));
        Assert.Equal([inner], await NotedAsync(() => New<SectionDesk>().SaveAsync(sections["culture"].Id, 1, Edit("arts"), Cancel)));
        Assert.Equal([inner], await NotedAsync(() => New<SectionDesk>().SaveAsync(sections["stage"].Id, 0, Edit("stage") with { Name = sections["stage"].Name, ParentId = sections["city"].Id }, Cancel)));

        async Task<List<long>> NotedAsync(Func<Task<EditOutcome>> change)
        {
            var before = await New<NewsDb>().Set<Change>().MaxAsync(noted => noted.Id, Cancel);
            Assert.Equal(EditOutcome.Saved, await change());
            return await New<NewsDb>().Set<Change>().Where(noted => noted.Id > before && noted.Kind == "article").Select(noted => noted.EntityId).ToListAsync(Cancel);
        }
    }

    [Fact]
    public async Task A_stale_form_a_taken_address_and_a_section_in_itself_are_refused()
    {
        var (_, city) = await New<SectionDesk>().AddAsync(Edit("city"), Cancel);
        var (_, culture) = await New<SectionDesk>().AddAsync(Edit("culture") with { ParentId = city }, Cancel);
        Assert.Equal(EditOutcome.AddressTaken, (await New<SectionDesk>().AddAsync(Edit("city"), Cancel)).Outcome);

        Assert.Equal(EditOutcome.AddressTaken, await New<SectionDesk>().SaveAsync(culture, 0, Edit("city"), Cancel));
        Assert.Equal(EditOutcome.Circular, await New<SectionDesk>().SaveAsync(city, 0, Edit("city") with { ParentId = culture }, Cancel));
        Assert.Equal(EditOutcome.Circular, await New<SectionDesk>().SaveAsync(city, 0, Edit("city") with { ParentId = city }, Cancel));
        Assert.Equal(EditOutcome.Missing, await New<SectionDesk>().SaveAsync(city, 0, Edit("city") with { ParentId = 99 }, Cancel));
        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().SaveAsync(city, 0, Edit("city"), Cancel));
        Assert.Equal(EditOutcome.Stale, await New<SectionDesk>().SaveAsync(city, 0, Edit("city"), Cancel));
        Assert.Equal(EditOutcome.Missing, await New<SectionDesk>().SaveAsync(99, 0, Edit("city"), Cancel));
    }

    [Fact]
    public async Task Sections_are_put_in_order_by_steps_and_as_a_whole()
    {
        var ids = new List<long>();
        foreach (var slug in new[] { "a", "b", "c" })
            ids.Add((await New<SectionDesk>().AddAsync(Edit(slug), Cancel)).Id);

        await New<SectionDesk>().StepAsync(ids[2], -1, Cancel);
        Assert.Equal("a c b", await OrderAsync(null));
        await New<SectionDesk>().StepAsync(ids[0], -1, Cancel);
        Assert.Equal("a c b", await OrderAsync(null));

        var revision = await RevisionAsync();
        var inner = new Dictionary<long, IReadOnlyList<long>> { [0] = [ids[1], ids[0]], [ids[1]] = [ids[2]] };
        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().ArrangeAsync(revision, inner, Cancel));
        Assert.Equal(("b a", "c"), (await OrderAsync(null), await OrderAsync(ids[1])));
        Assert.Equal(EditOutcome.Stale, await New<SectionDesk>().ArrangeAsync(revision, inner, Cancel));
        var circle = new Dictionary<long, IReadOnlyList<long>> { [0] = [ids[0]], [ids[1]] = [ids[2]], [ids[2]] = [ids[1]] };
        Assert.Equal(EditOutcome.Circular, await New<SectionDesk>().ArrangeAsync(await RevisionAsync(), circle, Cancel));
        Assert.Equal("b a", await OrderAsync(null));
    }

    [Fact]
    public async Task A_section_with_articles_goes_only_by_moving_them_and_its_address_leads_to_their_new_one()
    {
        var article = await Paper.AddAsync(new Piece("Trams") { Section = "city" }, Cancel);
        await Paper.AddAsync(new Piece("Opera") { Section = "culture" }, Cancel);
        var sections = await New<NewsDb>().Set<Section>().ToDictionaryAsync(section => section.Slug, section => section.Id, Cancel);

        Assert.Equal(EditOutcome.InUse, await New<SectionDesk>().DeleteAsync(sections["city"], 0, null, Cancel));
        Assert.Equal(EditOutcome.Circular, await New<SectionDesk>().DeleteAsync(sections["city"], 0, sections["city"], Cancel));
        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().DeleteAsync(sections["city"], 0, sections["culture"], Cancel));

        Assert.Equal(sections["culture"], (await New<ArticleReader>().FindAsync(article, Cancel)).Article!.Card.SectionId);
        Assert.Equal(("section", sections["culture"]), await TargetAsync("/fr/news/city"));
        Assert.Equal(EditOutcome.InUse, await New<SectionDesk>().DeleteAsync(sections["culture"], 0, null, Cancel));
        var (_, empty) = await New<SectionDesk>().AddAsync(Edit("empty"), Cancel);
        Assert.Equal(EditOutcome.Saved, await New<SectionDesk>().DeleteAsync(empty, 0, null, Cancel));
        Assert.Equal(Redirect.Gone, (await TargetAsync("/news/empty")).Kind);
    }

    private async Task<(string Kind, long Id)> TargetAsync(string path) =>
        await New<OldAddresses>().FindAsync(path, "", Cancel) is { } redirect ? (redirect.ToKind, redirect.ToId) : ("none", 0);

    private async Task<string> OrderAsync(long? parent) =>
        string.Join(' ', await New<NewsDb>().Set<Section>().Where(section => section.ParentId == parent).OrderBy(section => section.Position).Select(section => section.Slug).ToListAsync(Cancel));

    private async Task<int> RevisionAsync() => SectionDesk.RevisionOf(await New<NewsDb>().Set<Section>().ToListAsync(Cancel));

    private static SectionEdit Edit(string slug) => new() { Name = new LocalizedText(Language.English, slug), Slug = slug };

    public sealed class OnSqlite() : SectionDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SectionDeskTests(DatabaseEngine.Postgres);
}
