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
