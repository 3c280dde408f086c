using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.FrontPage;

public abstract class ArrangementDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");
    private static readonly Editor Bo = new(2, "Bo");

    [Fact]
    public async Task Readers_see_an_arrangement_only_when_it_is_shown()
    {
        var ids = await FillAsync(20);
        var draft = await ArrangeAsync(0, (FrontPlaces.Lead, [ids[9]]), (FrontPlaces.Top, [ids[12], ids[5]]));
        Assert.Equal(ids[0], (await ComposeAsync()).Lead!.Id);

        await New<ArrangementDesk>().ShowAsync(Language.English, draft.Revision, null, An, Cancel);

        var front = await ComposeAsync();
        Assert.Equal(ids[9], front.Lead!.Id);
        Assert.Equal([ids[12], ids[5], ids[0], ids[1], ids[2], ids[3]], front.Top.Select(card => card.Id));
        var shown = front.Top.Prepend(front.Lead).Concat(front.Sections.SelectMany(block => block.Articles)).Select(card => card.Id).ToList();
        Assert.Equal(shown.Distinct(), shown);
    }

    [Fact]
    public async Task A_block_of_a_section_begins_with_what_was_put_there_and_fills_up()
    {
        var ids = await FillAsync(30);
        var city = (await SectionsAsync())["city"];
        await ShowAsync((FrontPlaces.OfSection(city), [ids[28], ids[1]]));

        var front = await ComposeAsync();

        var block = Assert.Single(front.Sections, block => block.Section.Id == city);
        Assert.Equal([ids[28], ids[1]], block.Articles.Take(2).Select(card => card.Id));
        Assert.Equal(NewsSite.Newsroom.FrontPage.FrontPage.PerSection, block.Articles.Count);
        Assert.DoesNotContain(ids[1], front.Top.Select(card => card.Id));
    }

    [Fact]
    public async Task What_is_unpublished_vanishes_and_the_next_fills_up()
    {
        var ids = await FillAsync(10);
        await ShowAsync((FrontPlaces.Lead, [ids[7]]), (FrontPlaces.Top, [ids[8]]));
        var db = New<NewsDb>();
        foreach (var article in await db.Set<Article>().Where(article => article.Id == ids[7] || article.Id == ids[8]).ToListAsync(Cancel))
            article.Hold(ArticleState.Unpublished);
        await db.SaveAsync(Cancel);

        var front = await ComposeAsync();

        Assert.Equal((ids[0], ids[1]), (front.Lead!.Id, front.Top[0].Id));
    }

    [Fact]
    public async Task Of_two_chiefs_the_second_is_told_and_overwrites_nothing()
    {
        var ids = await FillAsync(5);
        var opened = (await New<ArrangementDesk>().OpenAsync(Language.English, Cancel)).Revision;

        var theirs = await New<ArrangementDesk>().ArrangeAsync(Language.English, opened, Places((FrontPlaces.Lead, [ids[3]])), Bo, Cancel);
        var mine = await New<ArrangementDesk>().ArrangeAsync(Language.English, opened, Places((FrontPlaces.Lead, [ids[4]])), An, Cancel);
        var shown = await New<ArrangementDesk>().ShowAsync(Language.English, opened, null, An, Cancel);

        Assert.Equal((false, true, true), (theirs.IsConflict, mine.IsConflict, shown.IsConflict));
        Assert.Equal("Bo", mine.Draft.SavedByName);
        Assert.Equal(ids[3], (await New<ArrangementDesk>().OpenAsync(Language.English, Cancel)).Places[FrontPlaces.Lead].Single().Article);
    }

    [Fact]
    public async Task A_planned_arrangement_shows_from_its_moment_on_and_moves_the_caches_then()
    {
        var ids = await FillAsync(10);
        var draft = await ArrangeAsync(0, (FrontPlaces.Lead, [ids[6]]));
        await New<ArrangementDesk>().ShowAsync(Language.English, draft.Revision, Clock.Now.AddHours(2), An, Cancel);
        await New<FrontPageDesk>().ApplyDueAsync(Cancel);
        Assert.Equal(ids[0], (await ComposeAsync()).Lead!.Id);
        var before = await ChangesAsync();

        Clock.Advance(TimeSpan.FromHours(2));
        await New<FrontPageDesk>().ApplyDueAsync(Cancel);
        await New<FrontPageDesk>().ApplyDueAsync(Cancel);

        Assert.Equal(ids[6], (await ComposeAsync()).Lead!.Id);
        Assert.Equal(before + 1, await ChangesAsync());
    }

    [Fact]
    public async Task A_planned_arrangement_can_be_taken_back_but_not_one_that_was_shown()
    {
        var ids = await FillAsync(10);
        await ShowAsync((FrontPlaces.Lead, [ids[2]]));
        var draft = await New<ArrangementDesk>().OpenAsync(Language.English, Cancel);
        await New<ArrangementDesk>().ShowAsync(Language.English, draft.Revision, Clock.Now.AddHours(2), An, Cancel);
        var list = await New<ArrangementDesk>().ListAsync(Language.English, 10, Cancel);

        Assert.True(await New<ArrangementDesk>().CancelAsync(Language.English, list[0].Id, Cancel));
        Assert.False(await New<ArrangementDesk>().CancelAsync(Language.English, list[1].Id, Cancel));
        Assert.Equal(list[1].Id, Assert.Single(await New<ArrangementDesk>().ListAsync(Language.English, 10, Cancel)).Id);
    }

    [Fact]
    public async Task A_pin_ends_by_itself_wherever_it_was_moved_to()
    {
        var ids = await FillAsync(10);
        var draft = await ArrangeAsync(0, (FrontPlaces.Lead, [ids[9]]));
        var pinned = await New<ArrangementDesk>().PinAsync(Language.English, draft.Revision, new PlacedArticle(ids[9], Clock.Now.AddHours(1)), An, Cancel);
        draft = await ArrangeAsync(pinned.Draft.Revision, (FrontPlaces.Top, [ids[9]]));
        await New<ArrangementDesk>().ShowAsync(Language.English, draft.Revision, null, An, Cancel);
        Assert.Equal(ids[9], (await ComposeAsync()).Top[0].Id);
        var before = await ChangesAsync();

        Clock.Advance(TimeSpan.FromHours(1));
        await New<FrontPageDesk>().ApplyDueAsync(Cancel);

        Assert.DoesNotContain(ids[9], (await ComposeAsync()).Top.Select(card => card.Id));
        Assert.Equal(before + 1, await ChangesAsync());
    }

    [Fact]
    public async Task What_was_shown_before_can_be_shown_again_or_arranged_on()
    {
        var ids = await FillAsync(10);
        await ShowAsync((FrontPlaces.Lead, [ids[3]]));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await ShowAsync((FrontPlaces.Lead, [ids[4]]));
        var earlier = (await New<ArrangementDesk>().ListAsync(Language.English, 10, Cancel))[1];

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await New<ArrangementDesk>().ShowAgainAsync(Language.English, earlier.Id, An, Cancel));
        Assert.Equal(ids[3], (await ComposeAsync()).Lead!.Id);
        Assert.False(await New<ArrangementDesk>().ShowAgainAsync(Language.Dutch, earlier.Id, An, Cancel));

        var draft = await New<ArrangementDesk>().OpenAsync(Language.English, Cancel);
        Assert.Equal(ids[4], draft.Places[FrontPlaces.Lead].Single().Article);
        await New<ArrangementDesk>().TakeUpAsync(Language.English, draft.Revision, earlier.Places, An, Cancel);
        Assert.Equal(ids[3], (await New<ArrangementDesk>().OpenAsync(Language.English, Cancel)).Places[FrontPlaces.Lead].Single().Article);
    }

    [Fact]
    public async Task Each_article_stands_once_in_places_that_exist_in_its_own_language_and_no_more_than_fit()
    {
        var ids = await FillAsync(10);
        var dutch = await Paper.AddAsync(new Piece("Nederlands") { Language = Language.Dutch }, Cancel);

        var draft = await ArrangeAsync(0, (FrontPlaces.Lead, [ids[0], ids[1]]), (FrontPlaces.Top, [ids[0], dutch, 99_999, .. ids.Skip(2)]), ("pool", [ids[1]]));

        Assert.Equal([ids[0]], draft.Places[FrontPlaces.Lead].Select(placed => placed.Article));
        Assert.Equal(ids.Skip(2).Take(6), draft.Places[FrontPlaces.Top].Select(placed => placed.Article));
        Assert.Equal([FrontPlaces.Lead, FrontPlaces.Top], draft.Places.Names);
    }

    private async Task<FrontDraft> ArrangeAsync(int revision, params IEnumerable<(string Place, IReadOnlyList<long> Articles)> places)
    {
        var arranged = await New<ArrangementDesk>().ArrangeAsync(Language.English, revision, Places(places), An, Cancel);
        Assert.False(arranged.IsConflict);
        return arranged.Draft;
    }

    private async Task ShowAsync(params IEnumerable<(string Place, IReadOnlyList<long> Articles)> places)
    {
        var draft = await ArrangeAsync((await New<ArrangementDesk>().OpenAsync(Language.English, Cancel)).Revision, places);
        Assert.False((await New<ArrangementDesk>().ShowAsync(Language.English, draft.Revision, null, An, Cancel)).IsConflict);
    }

    private static Dictionary<string, IReadOnlyList<long>> Places(params IEnumerable<(string Place, IReadOnlyList<long> Articles)> places) =>
        places.ToDictionary(place => place.Place, place => place.Articles);

    private async Task<List<long>> FillAsync(int count) =>
        [.. await Paper.AddAsync(Enumerable.Range(0, count).Select(number => new Piece($"Piece {number}")
        {
            Section = number % 3 == 0 ? "city" : "culture",
            PublishedAt = Clock.Now.AddMinutes(-number),
        }), Cancel)];

    private async Task<Dictionary<string, long>> SectionsAsync() =>
        await New<NewsDb>().Set<NewsSite.Newsroom.Sections.Section>().ToDictionaryAsync(section => section.Slug, section => section.Id, Cancel);

    private Task<int> ChangesAsync() => New<NewsDb>().Set<Change>().CountAsync(change => change.Kind == "front", Cancel);

    private Task<NewsSite.Newsroom.FrontPage.FrontPage> ComposeAsync() => New<FrontPageDesk>().ComposeAsync(Language.English, Cancel);

    public sealed class OnSqlite() : ArrangementDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ArrangementDeskTests(DatabaseEngine.Postgres);
}
