using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Bylines;

public abstract class AuthorDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task An_author_changes_name_and_address_and_the_old_one_leads_on()
    {
        var (_, id) = await New<AuthorDesk>().AddAsync(Edit("An Peeters", "an-peeters"), Cancel);
        Assert.Equal(EditOutcome.Saved, await New<AuthorDesk>().SaveAsync(id, 0, Edit("An Maes", "an-maes") with { Biography = new LocalizedText(Language.Dutch, "Schrijft.") }, Cancel));
        Assert.Equal(EditOutcome.Stale, await New<AuthorDesk>().SaveAsync(id, 0, Edit("An Maes", "an-maes"), Cancel));
        Assert.Equal(EditOutcome.AddressTaken, (await New<AuthorDesk>().AddAsync(Edit("Another", "an-maes"), Cancel)).Outcome);

        Assert.Equal("Schrijft.", (await New<Authors>().FindAsync("an-maes", Cancel))!.Biography.In(Language.Dutch));
        Assert.Equal(id, (await New<OldAddresses>().FindAsync("/nl/authors/an-peeters", "", Cancel))!.ToId);
        Assert.Equal(id, Assert.Single((await New<AuthorSearch>().PageAsync("MAES", 10, cancel: Cancel)).Items).Author.Id);
    }

    [Fact]
    public async Task Who_signed_something_goes_only_by_being_merged()
    {
        await Paper.AddAsync([new Piece("One") { Authors = ["an"] }, new Piece("Two") { Authors = ["an", "bo"] }], Cancel);
        var authors = (await New<AuthorSearch>().PageAsync("", 10, cancel: Cancel)).Items.ToDictionary(line => line.Author.Slug, line => line.Author.Id);

        Assert.Equal(EditOutcome.InUse, await New<AuthorDesk>().DeleteAsync(authors["an"], 0, Cancel));
        Assert.Equal(EditOutcome.Saved, await New<AuthorDesk>().MergeAsync(authors["an"], 0, authors["bo"], Cancel));

        var left = Assert.Single((await New<AuthorSearch>().PageAsync("", 10, cancel: Cancel)).Items);
        Assert.Equal(("bo", 2), (left.Author.Slug, left.Articles));
        Assert.Equal(2, (await New<PublishedArticles>().ByAuthorAsync(left.Author.Id, Language.English, 5, cancel: Cancel)).Items.Count);
        Assert.Equal(authors["bo"], (await New<OldAddresses>().FindAsync("/authors/an", "", Cancel))!.ToId);
        var (_, unused) = await New<AuthorDesk>().AddAsync(Edit("Unused", "unused"), Cancel);
        Assert.Equal(EditOutcome.Saved, await New<AuthorDesk>().DeleteAsync(unused, 0, Cancel));
    }

    private static AuthorEdit Edit(string name, string slug) => new() { Name = name, Slug = slug };

    public sealed class OnSqlite() : AuthorDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : AuthorDeskTests(DatabaseEngine.Postgres);
}
