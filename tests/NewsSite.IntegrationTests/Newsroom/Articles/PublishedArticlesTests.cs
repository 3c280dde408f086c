using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.IntegrationTests.Newsroom.Articles;

/// <summary>The lists against the plainest model of them: all pieces in memory, filtered and sorted.</summary>
public abstract class PublishedArticlesTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly string[] Sections = ["city", "politics", "culture"];
    private static readonly string[] Tags = ["trams", "water", "music", "elections"];
    private static readonly string[] Authors = ["an", "bo", "cy"];
    private static readonly ArticleState[] States =
        [ArticleState.Published, ArticleState.Published, ArticleState.Published, ArticleState.Published, ArticleState.Draft, ArticleState.Unpublished, ArticleState.Private];

    private List<(long Id, Piece Piece)> _all = [];

    [Fact]
    public async Task The_latest_page_by_page_are_all_published_ones_newest_first()
    {
        await FillAsync();
        foreach (var language in Language.All)
            await SameAsync(Shown(language), (size, before) => New<PublishedArticles>().LatestAsync(language, size, before, Cancel));
    }

    [Fact]
    public async Task A_sections_list_holds_its_own_and_those_of_the_sections_in_it()
    {
        await FillAsync();
        await Paper.AddSectionAsync("culture", "city", Cancel);
        var city = await Paper.AddSectionAsync("city", null, Cancel);
        var culture = await Paper.AddSectionAsync("culture", "city", Cancel);

        await SameAsync(
            Shown(Language.English).Where(entry => entry.Piece.Section is "city" or "culture"),
            (size, before) => New<PublishedArticles>().InSectionsAsync([city, culture], Language.English, size, before, Cancel));
    }

    [Fact]
    public async Task Lists_by_tag_and_by_author_hold_theirs()
    {
        await FillAsync();
        foreach (var tag in Tags)
        {
            var id = (await New<TagIndex>().FindAsync(tag, Cancel))!.Id;
            await SameAsync(Shown(Language.English).Where(entry => entry.Piece.Tags.Contains(tag)),
                (size, before) => New<PublishedArticles>().TaggedAsync(id, Language.English, size, before, Cancel));
        }
        foreach (var author in Authors)
        {
            var id = (await New<NewsSite.Newsroom.Bylines.Authors>().FindAsync(author, Cancel))!.Id;
            await SameAsync(Shown(Language.Dutch).Where(entry => entry.Piece.Authors.Contains(author)),
                (size, before) => New<PublishedArticles>().ByAuthorAsync(id, Language.Dutch, size, before, Cancel));
        }
    }

    [Fact]
    public async Task What_is_published_while_a_reader_pages_moves_nothing()
    {
        await FillAsync();
        var articles = New<PublishedArticles>();
        var first = await articles.LatestAsync(Language.English, 5, cancel: Cancel);
        await Paper.AddAsync(new Piece("Breaking") { PublishedAt = Clock.Now.AddDays(1) }, Cancel);

        var second = await articles.LatestAsync(Language.English, 5, first.Items[^1].Key, Cancel);

        Assert.Equal(Shown(Language.English).Skip(5).Take(5).Select(entry => entry.Id), second.Items.Select(card => card.Id));
    }

    [Fact]
    public async Task A_card_says_what_the_piece_says()
    {
        var id = await Paper.AddAsync(new Piece("Trees \"on\" <Rue> & Co") { Standfirst = "It's green", Authors = ["bo", "an"], PublishedAt = Clock.Now.AddTicks(123_4567) }, Cancel);

        var card = Assert.Single((await New<PublishedArticles>().LatestAsync(Language.English, 5, cancel: Cancel)).Items);

        Assert.Equal((id, "Trees \"on\" <Rue> & Co", "It's green", "trees-on-rue-and-co", 2), (card.Id, card.Title, card.Standfirst, card.Slug, card.Words));
        Assert.Equal(Clock.Now.AddTicks(123_4560), card.PublishedAt);
        Assert.Equal(["bo", "an"], await AuthorsOfAsync(card));
        Assert.Null(card.Picture);
    }

    [Fact]
    public async Task Related_are_those_that_share_the_most_tags_then_the_newest_then_neighbours()
    {
        var at = (int hours) => Clock.Now.AddHours(-hours);
        var ids = await Paper.AddAsync(
        [
            new Piece("The one") { Tags = ["trams", "water"], PublishedAt = at(1) },
            new Piece("Shares one, old") { Section = "culture", Tags = ["trams"], PublishedAt = at(9) },
            new Piece("Shares both, older") { Section = "culture", Tags = ["water", "trams"], PublishedAt = at(20) },
            new Piece("Shares one, new") { Section = "culture", Tags = ["water"], PublishedAt = at(2) },
            new Piece("Neighbour, new") { PublishedAt = at(3) },
            new Piece("Neighbour, old") { PublishedAt = at(4) },
            new Piece("Dutch") { Language = Language.Dutch, Tags = ["trams", "water"], PublishedAt = at(1) },
            new Piece("Elsewhere") { Section = "politics", PublishedAt = at(1) },
            new Piece("Taken back") { Tags = ["trams", "water"], State = ArticleState.Unpublished },
        ], Cancel);
        var article = (await New<ArticleReader>().FindAsync(ids[0], Cancel)).Article!;

        Assert.Equal([ids[2], ids[3], ids[1], ids[4], ids[5]], (await New<TagShelves>().RelatedAsync(article, 6)).Select(card => card.Id));
        Assert.Equal([ids[2], ids[3]], (await New<TagShelves>().RelatedAsync(article, 2)).Select(card => card.Id));
    }

    [Fact]
    public async Task A_story_is_found_in_its_other_languages_once_these_are_published()
    {
        var ids = await Paper.AddAsync(
        [
            new Piece("Trams") { TranslationGroup = 7 }, new Piece("Trams") { Language = Language.French, TranslationGroup = 7 },
            new Piece("Trams") { Language = Language.Dutch, TranslationGroup = 7, State = ArticleState.Draft }, new Piece("Buses") { TranslationGroup = 8 },
        ], Cancel);

        var trams = (await New<ArticleReader>().FindAsync(ids[0], Cancel)).Article!;
        var buses = (await New<ArticleReader>().FindAsync(ids[3], Cancel)).Article!;
        Assert.Equal([ids[1]], (await New<ArticleReader>().TranslationsAsync(trams, Cancel)).Select(entry => entry.Id));
        Assert.Empty(await New<ArticleReader>().TranslationsAsync(buses, Cancel));
    }

    [Fact]
    public async Task Machines_read_everything_in_the_order_of_ids()
    {
        await FillAsync();
        var read = new List<long>();
        while (await New<PublishedArticles>().AfterAsync(read.LastOrDefault(), 7, Cancel) is { Count: > 0 } page)
            read.AddRange(page.Select(card => card.Id));

        Assert.Equal(_all.Where(entry => entry.Piece.State == ArticleState.Published).Select(entry => entry.Id), read);
    }

    [Fact]
    public async Task News_since_an_instant_includes_that_instant()
    {
        var ids = await Paper.AddAsync([new Piece("Old") { PublishedAt = Clock.Now.AddHours(-48).AddTicks(-10) }, new Piece("Just in") { PublishedAt = Clock.Now.AddHours(-48) }], Cancel);

        Assert.Equal([ids[1]], (await New<PublishedArticles>().SinceAsync(Clock.Now.AddHours(-48), 10, Cancel)).Select(card => card.Id));
    }

    /// <summary>Reads the list with pages of several sizes and compares each page with the model.</summary>
    private static async Task SameAsync(IEnumerable<(long Id, Piece Piece)> expected, Func<int, ListKey?, Task<ListPage<ArticleCard>>> read)
    {
        var ids = expected.Select(entry => entry.Id).ToList();
        Assert.NotEmpty(ids);
        foreach (var size in new[] { 1, 4, 1000 })
        {
            var seen = new List<long>();
            ListPage<ArticleCard> page;
            ListKey? before = null;
            do
            {
                page = await read(size, before);
                seen.AddRange(page.Items.Select(card => card.Id));
                before = page.Items.Count > 0 ? ListKey.Parse(page.Items[^1].Key.ToString()) : null;
            }
            while (page.HasMore && seen.Count <= ids.Count);
            Assert.Equal(ids, seen);
        }
    }

    private IEnumerable<(long Id, Piece Piece)> Shown(Language language) => _all
        .Where(entry => entry.Piece.State == ArticleState.Published && entry.Piece.Language == language)
        .OrderByDescending(entry => entry.Piece.PublishedAt).ThenByDescending(entry => entry.Id);

    /// <summary>Generated, with many that were published at the same instant.</summary>
    private async Task FillAsync()
    {
        var random = new Random(1893);
        var pieces = Enumerable.Range(0, 90).Select(number => new Piece($"Piece {number}")
        {
            Language = Language.All[random.Next(3)],
            Section = Sections[random.Next(Sections.Length)],
            Tags = [.. Tags.Where(_ => random.Next(3) == 0)],
            Authors = [.. Authors.Where(_ => random.Next(2) == 0)],
            State = States[random.Next(States.Length)],
            PublishedAt = Clock.Now.AddMinutes(-random.Next(20)).AddYears(random.Next(8) == 0 ? -70 : 0),
        }).ToList();
        _all = [.. (await Paper.AddAsync(pieces, Cancel)).Zip(pieces)];
    }

    private async Task<IEnumerable<string>> AuthorsOfAsync(ArticleCard card)
    {
        var names = new List<string>();
        foreach (var id in card.AuthorIds)
            names.Add((await New<NewsSite.Newsroom.Bylines.Authors>().FindAsync(id, Cancel))!.Name);
        return names;
    }

    public sealed class OnSqlite() : PublishedArticlesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PublishedArticlesTests(DatabaseEngine.Postgres);
}
