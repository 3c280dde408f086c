using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.IntegrationTests.Newsroom.Articles;

public abstract class ArticleDocumentsTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private ArticleDocuments Source => new(New<NewsDb>());

    [Fact]
    public async Task An_article_is_found_by_its_words_and_by_all_that_it_is_filed_under()
    {
        await Paper.AddSectionAsync("football", "sport", Cancel);
        var id = await Paper.AddAsync(new Piece("Herons win")
        {
            Language = Language.Dutch,
            Section = "football",
            Standfirst = "In double overtime.",
            Body = BlockDocument.Of([Block.Paragraph("First words."), Block.Of("bulletList", Block.Of("listItem", Block.Paragraph("A list.")))]),
            Tags = ["cup", "derby"],
            Authors = ["an", "zoe"],
        }, Cancel);

        var document = Assert.Single(await Source.ReadAsync([id], Cancel));

        Assert.Equal(new DocumentKey("article", id), document.Key);
        Assert.Equal((Language.Dutch, "Herons win", "In double overtime.", "First words.\nA list.", "an\nzoe"), (document.Language, document.Title, document.Lead, document.Body, document.By));
        Assert.Equal(["football", "sport", "cup", "derby"], document.Filed.Split('\n'));
        Assert.Equal(["kind=article", "language=nl", "section=football", "section=sport", "tag=cup", "tag=derby", "author=an", "author=zoe"], document.Facets.Select(facet => $"{facet.Name}={facet.Value}"));
        Assert.Equal((Clock.Now, (DateTimeOffset?)null, true, (long?)null), (document.At, document.Until, document.Ages, document.Pay));
    }

    [Fact]
    public async Task What_readers_do_not_see_is_not_there()
    {
        var ids = await Paper.AddAsync([new Piece("Draft") { State = ArticleState.Draft }, new Piece("Gone") { State = ArticleState.Unpublished }, new Piece("Private") { State = ArticleState.Private }], Cancel);

        Assert.Empty(await Source.ReadAsync([.. ids, 999], Cancel));
        Assert.Empty(await Source.IdsAsync(0, 10, Cancel));
        Assert.Equal(0, await Source.CountAsync(Cancel));
    }

    [Fact]
    public async Task All_are_read_in_the_order_of_their_ids()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(0, 5).Select(number => new Piece($"Number {number}") { State = number == 2 ? ArticleState.Draft : ArticleState.Published }), Cancel);

        Assert.Equal([ids[0], ids[1], ids[3]], await Source.IdsAsync(0, 3, Cancel));
        Assert.Equal([ids[4]], await Source.IdsAsync(ids[3], 3, Cancel));
        Assert.Equal(4, await Source.CountAsync(Cancel));
    }

    [Fact]
    public async Task Readers_words_are_those_of_the_published_version()
    {
        var id = await Paper.AddAsync(new Piece("As published"), Cancel);
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        var desk = services.GetRequiredService<EditorialDesk>();
        var article = (await desk.FindAsync(id, Cancel))!;
        await desk.WriteAsync(article, new ArticleText { Title = "Not yet" }, Cancel);
        await db.SaveAsync(Cancel);

        Assert.Equal("As published", Assert.Single(await Source.ReadAsync([id], Cancel)).Title);
    }

    [Fact]
    public async Task A_tag_that_gets_another_name_or_goes_is_noted_with_each_article()
    {
        var ids = await Paper.AddAsync([new Piece("One") { Tags = ["tram", "canal"] }, new Piece("Two") { Tags = ["tram"] }, new Piece("Draft") { Tags = ["tram"], State = ArticleState.Draft }, new Piece("Other")], Cancel);
        var tags = await New<NewsDb>().Set<Tag>().ToDictionaryAsync(tag => tag.Slug, tag => tag.Id, Cancel);

        Assert.Equal([ids[0], ids[1]], await NotedByAsync(() => New<TagDesk>().SaveAsync(tags["tram"], 0, "streetcar", new LocalizedText(Language.English, "Streetcar"), Cancel)));
        Assert.Contains("Streetcar", Assert.Single(await Source.ReadAsync([ids[1]], Cancel)).Filed, StringComparison.Ordinal);
        Assert.Equal([ids[0], ids[1]], await NotedByAsync(() => New<TagDesk>().MergeAsync(tags["tram"], 1, tags["canal"], Cancel)));
        Assert.Equal([ids[0], ids[1]], await NotedByAsync(() => New<TagDesk>().DeleteAsync(tags["canal"], 1, Cancel)));
        Assert.All(await Source.ReadAsync(ids, Cancel), document => Assert.DoesNotContain(document.Facets, facet => facet.Name == "tag"));
    }

    [Fact]
    public async Task An_author_who_gets_another_name_or_is_merged_is_noted_with_each_article()
    {
        var ids = await Paper.AddAsync([new Piece("One") { Authors = ["an"] }, new Piece("Two") { Authors = ["bo"] }], Cancel);
        var authors = await New<NewsDb>().Set<Author>().ToDictionaryAsync(author => author.Slug, author => author.Id, Cancel);
        var edit = new AuthorEdit { Name = "An Peeters", Slug = "an" };

        Assert.Equal([ids[0]], await NotedByAsync(() => New<AuthorDesk>().SaveAsync(authors["an"], 0, edit, Cancel)));
        Assert.Empty(await NotedByAsync(() => New<AuthorDesk>().SaveAsync(authors["an"], 1, edit with { Biography = new LocalizedText(Language.English, "She writes.") }, Cancel)));
        Assert.Equal([ids[0]], await NotedByAsync(() => New<AuthorDesk>().MergeAsync(authors["an"], 2, authors["bo"], Cancel)));
        Assert.All(await Source.ReadAsync(ids, Cancel), document => Assert.Contains(new Facet("author", "bo"), document.Facets));
    }

    /// <summary>The articles that a change notes, which must succeed.</summary>
    private async Task<List<long>> NotedByAsync(Func<Task<EditOutcome>> change)
    {
        var before = await New<NewsDb>().Set<Change>().MaxAsync(noted => noted.Id, Cancel);
        Assert.Equal(EditOutcome.Saved, await change());
        return await New<NewsDb>().Set<Change>().Where(noted => noted.Id > before && noted.Kind == "article").OrderBy(noted => noted.EntityId).Select(noted => noted.EntityId).ToListAsync(Cancel);
    }

    public sealed class OnSqlite() : ArticleDocumentsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ArticleDocumentsTests(DatabaseEngine.Postgres);
}
