using NewsSite.Newsroom.FrontPage;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.FrontPage;

public abstract class FrontPageDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task The_newest_leads_and_each_article_stands_there_once()
    {
        var ids = await FillAsync(30);

        var front = await ComposeAsync();

        Assert.Equal(ids[0], front.Lead!.Id);
        Assert.Equal(ids.Skip(1).Take(NewsSite.Newsroom.FrontPage.FrontPage.TopStories), front.Top.Select(card => card.Id));
        var shown = front.Top.Prepend(front.Lead).Concat(front.Sections.SelectMany(block => block.Articles)).Select(card => card.Id).ToList();
        Assert.Equal(shown.Distinct(), shown);
        Assert.All(front.Sections, block => Assert.InRange(block.Articles.Count, 1, NewsSite.Newsroom.FrontPage.FrontPage.PerSection));
    }

    [Fact]
    public async Task A_pinned_article_leads_however_many_newer_ones_there_are()
    {
        var pinned = await Paper.AddAsync(new Piece("Pinned") { IsPinned = true, PublishedAt = Clock.Now.AddDays(-30) }, Cancel);
        var newest = (await FillAsync(12))[0];

        var front = await ComposeAsync();

        Assert.Equal((pinned, newest), (front.Lead!.Id, front.Top[0].Id));
        Assert.Equal(NewsSite.Newsroom.FrontPage.FrontPage.TopStories, front.Top.Count);
    }

    [Fact]
    public async Task An_empty_paper_has_an_empty_front_page()
    {
        var front = await ComposeAsync();

        Assert.Null(front.Lead);
        Assert.Empty(front.Top);
        Assert.Empty(front.Sections);
    }

    private async Task<List<long>> FillAsync(int count) =>
        [.. await Paper.AddAsync(Enumerable.Range(0, count).Select(number => new Piece($"Piece {number}")
        {
            Section = number % 3 == 0 ? "city" : "culture",
            PublishedAt = Clock.Now.AddMinutes(-number),
        }), Cancel)];

    private Task<NewsSite.Newsroom.FrontPage.FrontPage> ComposeAsync() => New<FrontPageDesk>().ComposeAsync(Language.English, Cancel);

    public sealed class OnSqlite() : FrontPageDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : FrontPageDeskTests(DatabaseEngine.Postgres);
}
