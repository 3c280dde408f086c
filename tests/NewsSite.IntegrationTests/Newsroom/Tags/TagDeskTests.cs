using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Tags;

public abstract class TagDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_tag_is_found_by_any_of_its_names_and_made_once()
    {
        var made = await New<TagDesk>().FindOrCreateAsync("Élections", Language.French, Cancel);
        Assert.Equal(made.Id, (await New<TagDesk>().FindOrCreateAsync("elections", Language.English, Cancel)).Id);
        Assert.Equal(EditOutcome.AddressTaken, (await New<TagDesk>().CreateAsync("elections", new LocalizedText(Language.English, "x"), Cancel)).Outcome);
        await New<TagDesk>().SaveAsync(made.Id, 0, "elections", made.Name.With(Language.Dutch, "Verkiezingen"), Cancel);

        foreach (var words in new[] { "élec", "ELEC", "elections", "verkiez" })
            Assert.Equal(made.Id, Assert.Single((await New<TagSearch>().PageAsync(words, 10, cancel: Cancel)).Items).Tag.Id);
        Assert.Empty((await New<TagSearch>().PageAsync("%", 10, cancel: Cancel)).Items);
        Assert.Equal(made.Id, Assert.Single(await New<TagSearch>().SuggestAsync("ver", 10, Cancel)).Id);
    }

    [Fact]
    public async Task Lists_are_paged_and_count_the_articles()
    {
        await Paper.AddAsync([new Piece("One") { Tags = ["trams", "canal"] }, new Piece("Two") { Tags = ["trams"] }, new Piece("Three") { Tags = ["zoo"] }], Cancel);

        var first = await New<TagSearch>().PageAsync("", 2, cancel: Cancel);
        var second = await New<TagSearch>().PageAsync("", 2, first.Items[^1].Tag.Slug, Cancel);

        Assert.Equal("canal 1, trams 2", string.Join(", ", first.Items.Select(line => $"{line.Tag.Slug} {line.Articles}")));
        Assert.Equal("zoo", Assert.Single(second.Items).Tag.Slug);
        Assert.Equal((true, false), (first.HasMore, second.HasMore));
    }

    [Fact]
    public async Task Merging_gives_articles_and_working_copies_to_the_other_tag_and_leads_old_addresses_there()
    {
        await Paper.AddAsync([new Piece("One") { Tags = ["tram"] }, new Piece("Two") { Tags = ["tram", "trams"] }], Cancel);
        var tags = (await New<TagSearch>().PageAsync("", 10, cancel: Cancel)).Items.ToDictionary(line => line.Tag.Slug, line => line.Tag);
        await New<TagDesk>().SaveAsync(tags["tram"].Id, 0, "streetcar", new LocalizedText(Language.French, "Tramway"), Cancel);
        var section = (await New<PublishedArticles>().LatestAsync(Language.English, 1, cancel: Cancel)).Items[0].SectionId;
        var copy = await New<WritingDesk>().StartAsync(Language.English, new ArticleContent
        {
            Text = new ArticleText { Title = "Three", Body = BlockDocument.Empty },
            SectionId = section,
            TagIds = [tags["tram"].Id],
        }, Editor.Paper, Cancel);

        Assert.Equal(EditOutcome.Stale, await New<TagDesk>().MergeAsync(tags["tram"].Id, 0, tags["trams"].Id, Cancel));
        Assert.Equal(EditOutcome.Missing, await New<TagDesk>().MergeAsync(tags["tram"].Id, 1, tags["tram"].Id, Cancel));
        Assert.Equal(EditOutcome.Saved, await New<TagDesk>().MergeAsync(tags["tram"].Id, 1, tags["trams"].Id, Cancel));

        var left = Assert.Single((await New<TagSearch>().PageAsync("", 10, cancel: Cancel)).Items);
        Assert.Equal(("trams", 2, "Tramway"), (left.Tag.Slug, left.Articles, left.Tag.Name.In(Language.French)));
        Assert.Equal(2, (await New<PublishedArticles>().TaggedAsync(left.Tag.Id, Language.English, 5, cancel: Cancel)).Items.Count);
        Assert.Equal([left.Tag.Id], (await New<WritingDesk>().OpenAsync(copy.ArticleId, Cancel))!.TagIds);
        foreach (var path in new[] { "/tags/tram", "/nl/tags/tram", "/fr/tags/streetcar" })
            Assert.Equal(("tag", left.Tag.Id), await TargetAsync(path));
    }

    [Fact]
    public async Task A_deleted_tag_is_taken_off_its_articles_and_its_address_says_that_it_is_gone()
    {
        await Paper.AddAsync(new Piece("One") { Tags = ["tram"] }, Cancel);
        var tag = (await New<TagSearch>().PageAsync("", 10, cancel: Cancel)).Items[0].Tag;

        Assert.Equal(EditOutcome.Saved, await New<TagDesk>().DeleteAsync(tag.Id, tag.Version, Cancel));

        Assert.Empty((await New<TagSearch>().PageAsync("", 10, cancel: Cancel)).Items);
        Assert.Equal(Redirect.Gone, (await TargetAsync("/tags/tram")).Kind);
        await New<TagDesk>().FindOrCreateAsync("Tram", Language.English, Cancel);
        Assert.Equal("none", (await TargetAsync("/tags/tram")).Kind);
    }

    private async Task<(string Kind, long Id)> TargetAsync(string path) =>
        await New<OldAddresses>().FindAsync(path, "", Cancel) is { } redirect ? (redirect.ToKind, redirect.ToId) : ("none", 0);

    public sealed class OnSqlite() : TagDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : TagDeskTests(DatabaseEngine.Postgres);
}
