using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Presence;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Articles;

public abstract class DeskArticlesTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");
    private static readonly Editor Bo = new(2, "Bo");

    [Fact]
    public async Task What_was_worked_on_last_comes_first_whoever_sees_it()
    {
        var old = await Paper.AddAsync(new Piece("Trams"), Cancel);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var draft = await StartAsync("Buses", An);
        Assert.Equal([draft, old], await IdsAsync(new DeskQuestion()));

        Clock.Advance(TimeSpan.FromMinutes(1));
        await RewriteAsync(old, "Trams, again", Bo);

        Assert.Equal([old, draft], await IdsAsync(new DeskQuestion()));
        Assert.Equal("Trams, again", (await New<DeskArticles>().PageAsync(new DeskQuestion(), 10, Cancel)).Items[0].Title);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        for (var i = 0; i < 5; i++)
            await StartAsync("Story " + i, An);
        var all = await IdsAsync(new DeskQuestion());

        var first = await New<DeskArticles>().PageAsync(new DeskQuestion(), 2, Cancel);
        var second = await New<DeskArticles>().PageAsync(new DeskQuestion { Before = first.Items[^1].Key }, 2, Cancel);
        var third = await New<DeskArticles>().PageAsync(new DeskQuestion { Before = second.Items[^1].Key }, 2, Cancel);

        Assert.Equal(all, first.Items.Concat(second.Items).Concat(third.Items).Select(article => article.Id));
        Assert.Equal((true, true, false), (first.HasMore, second.HasMore, third.HasMore));
    }

    [Fact]
    public async Task Each_part_holds_its_own()
    {
        var published = await Paper.AddAsync(new Piece("Published"), Cancel);
        var gone = await Paper.AddAsync(new Piece("Gone") { State = ArticleState.Unpublished }, Cancel);
        var imported = await Paper.AddAsync(new Piece("Imported as handed in") { State = ArticleState.InReview }, Cancel);
        var draft = await StartAsync("Draft", An);
        var handed = await StartAsync("Handed in", Bo);
        await New<WritingDesk>().MoveAsync(handed, WorkStage.InReview, "", Bo, Cancel);
        var ready = await StartAsync("Ready", An);
        await New<WritingDesk>().MoveAsync(ready, WorkStage.Ready, "", An, Cancel);

        Assert.Equal([published], await IdsAsync(new DeskQuestion { Part = DeskPart.Published }));
        Assert.Equal([gone], await IdsAsync(new DeskQuestion { Part = DeskPart.Unpublished }));
        Assert.Equal([handed, imported], await IdsAsync(new DeskQuestion { Part = DeskPart.InReview }));
        Assert.Equal([ready], await IdsAsync(new DeskQuestion { Part = DeskPart.Ready }));
        Assert.Equal([ready, handed, draft], await IdsAsync(new DeskQuestion { Part = DeskPart.Drafts }));
        Assert.Equal([ready, draft], await IdsAsync(new DeskQuestion { Part = DeskPart.Mine, OwnerId = An.UserId }));
        Assert.Equal(6, (await IdsAsync(new DeskQuestion())).Count);
        Assert.Equal(2, await New<DeskArticles>().InReviewAsync(Cancel));
    }

    [Fact]
    public async Task Words_section_and_language_narrow_it_down()
    {
        var brussels = await Paper.AddAsync(new Piece("Trams of Brussels") { Section = "city" }, Cancel);
        var dutch = await Paper.AddAsync(new Piece("De trams van Brussel") { Section = "city", Language = Language.Dutch }, Cancel);
        var council = await Paper.AddAsync(new Piece("A council on 100% trams") { Section = "politics" }, Cancel);
        var city = (await New<SectionMenu>().TreeAsync()).Find("city")!.Id;

        Assert.Equal([council, dutch, brussels], await IdsAsync(new DeskQuestion { Words = "trams" }));
        Assert.Equal([dutch, brussels], await IdsAsync(new DeskQuestion { Words = "BRUSSEL tram" }));
        Assert.Equal([council], await IdsAsync(new DeskQuestion { Words = "100%" }));
        Assert.Equal([dutch, brussels], await IdsAsync(new DeskQuestion { Sections = [city] }));
        Assert.Equal([dutch], await IdsAsync(new DeskQuestion { Language = Language.Dutch }));
        Assert.Empty(await IdsAsync(new DeskQuestion { Words = "_" }));
    }

    [Fact]
    public async Task Author_and_tag_find_what_readers_see_and_what_is_being_written()
    {
        var signed = await Paper.AddAsync(new Piece("Trams") { Authors = ["lena"], Tags = ["rails"] }, Cancel);
        var other = await Paper.AddAsync(new Piece("Buses") { Authors = ["tom"], Tags = ["wheels"] }, Cancel);
        var (lena, rails) = ((await New<Authors>().FindAsync("lena", Cancel))!.Id, (await New<TagIndex>().FindAsync("rails", Cancel))!.Id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var draft = await StartAsync("Ferries", An, lena, rails);
        // An id that begins like another is not the other.
        await StartAsync("Planes", An, (lena * 10) + 1, (rails * 10) + 1);

        Assert.Equal([draft, signed], await IdsAsync(new DeskQuestion { Author = lena }));
        Assert.Equal([draft, signed], await IdsAsync(new DeskQuestion { Tag = rails }));
        Assert.Equal([draft], await IdsAsync(new DeskQuestion { Part = DeskPart.Drafts, Author = lena, Tag = rails }));
        Assert.Equal([signed], await IdsAsync(new DeskQuestion { Author = lena, Words = "tram" }));
        await New<WritingDesk>().MoveAsync(draft, WorkStage.InReview, "", An, Cancel);
        Assert.Equal([draft], await IdsAsync(new DeskQuestion { Part = DeskPart.InReview, Author = lena }));
        Assert.DoesNotContain(other, await IdsAsync(new DeskQuestion { Author = lena }));
    }

    [Fact]
    public async Task When_it_was_changed_narrows_it_down()
    {
        var start = Clock.GetUtcNow();
        var first = await StartAsync("First", An);
        Clock.Advance(TimeSpan.FromDays(1));
        var second = await StartAsync("Second", An);
        await New<WritingDesk>().MoveAsync(second, WorkStage.Ready, "", An, Cancel);

        Assert.Equal([second], await IdsAsync(new DeskQuestion { Since = start.AddDays(1) }));
        Assert.Equal([first], await IdsAsync(new DeskQuestion { Until = start.AddDays(1) }));
        Assert.Equal([second, first], await IdsAsync(new DeskQuestion { Since = start, Until = start.AddDays(2) }));
        Assert.Equal([second], await IdsAsync(new DeskQuestion { Part = DeskPart.Ready, Since = start.AddDays(1) }));
        Assert.Empty(await IdsAsync(new DeskQuestion { Part = DeskPart.Ready, Until = start.AddDays(1) }));
    }

    [Fact]
    public async Task It_names_authors_and_who_has_it_open()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { Authors = ["lena", "tom"] }, Cancel);
        await New<Visits>().SeeAsync(id, Guid.NewGuid(), Bo, Cancel);

        var shown = Assert.Single((await New<DeskArticles>().PageAsync(new DeskQuestion(), 10, Cancel)).Items);
        Assert.Equal(["lena", "tom"], (await New<Authors>().DirectoryAsync()).Of(shown.AuthorIds!).Select(author => author.Name));
        Assert.Equal(["Bo"], shown.OpenBy);

        Clock.Advance(Visits.Lasts);
        Assert.Empty((await New<DeskArticles>().PageAsync(new DeskQuestion(), 10, Cancel)).Items[0].OpenBy);
    }

    [Fact]
    public async Task Both_are_told_who_else_is_here_until_they_leave()
    {
        var id = await StartAsync("Trams", An);
        var (mine, again, theirs) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Assert.Empty(await New<Visits>().SeeAsync(id, mine, An, Cancel));
        Assert.Equal([new Other("An", IsSelf: false)], await New<Visits>().SeeAsync(id, theirs, Bo, Cancel));
        Assert.Equal([new Other("An", IsSelf: true), new Other("Bo", IsSelf: false)], await New<Visits>().SeeAsync(id, again, An, Cancel));

        // Nobody closes somebody else's window.
        await New<Visits>().LeaveAsync(id, theirs, An, Cancel);
        await New<Visits>().LeaveAsync(id, again, An, Cancel);
        Assert.Equal([new Other("Bo", IsSelf: false)], await New<Visits>().SeeAsync(id, mine, An, Cancel));

        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(await New<Visits>().SeeAsync(id, Guid.NewGuid(), Bo, Cancel));
        Assert.Equal(1, await New<NewsDb>().Set<Visit>().CountAsync(Cancel));
    }

    private async Task<List<long>> IdsAsync(DeskQuestion question) =>
        [.. (await New<DeskArticles>().PageAsync(question, 20, Cancel)).Items.Select(article => article.Id)];

    private async Task<long> StartAsync(string title, Editor by, long? author = null, long? tag = null)
    {
        var content = new ArticleContent
        {
            Text = new ArticleText { Title = title },
            SectionId = await Paper.AddSectionAsync("city", null, Cancel),
            AuthorIds = author is { } signer ? [signer] : [],
            TagIds = tag is { } subject ? [subject] : [],
        };
        return (await New<WritingDesk>().StartAsync(Language.English, content, by, Cancel)).ArticleId;
    }

    private async Task RewriteAsync(long id, string title, Editor by)
    {
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        await New<WritingDesk>().SaveAsync(id, copy.Revision, copy.Content with { Text = copy.Content.Text with { Title = title } }, by, Cancel);
    }

    public sealed class OnSqlite() : DeskArticlesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : DeskArticlesTests(DatabaseEngine.Postgres);
}
