using System.Text;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Previews;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.IntegrationTests.Newsroom.Previews;

public abstract class PreviewLinksTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");

    [Fact]
    public async Task A_link_works_for_seven_days_and_its_secret_is_nowhere_but_in_it()
    {
        var article = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        var secret = (await New<PreviewLinks>().MakeAsync(article, An, Cancel))!;

        var link = (await New<PreviewLinks>().FindAsync(secret, Cancel))!;
        Assert.Equal((article, "An", 43), (link.ArticleId, link.MadeByName, secret.Length));
        Assert.NotEqual(Encoding.UTF8.GetBytes(secret), link.TokenHash);
        Assert.Null(await New<PreviewLinks>().FindAsync(secret[1..] + "x", Cancel));
        Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(link.IsOpen(Clock.Now));
        Assert.Single(await New<PreviewLinks>().OpenAsync(article, Cancel));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(link.IsOpen(Clock.Now));
        Assert.Empty(await New<PreviewLinks>().OpenAsync(article, Cancel));
    }

    [Fact]
    public async Task A_link_is_ended_once_and_only_by_its_article()
    {
        var article = await Paper.AddAsync(new Piece("Trams") { State = ArticleState.Draft }, Cancel);
        var secret = (await New<PreviewLinks>().MakeAsync(article, An, Cancel))!;
        var id = Assert.Single(await New<PreviewLinks>().OpenAsync(article, Cancel)).Id;

        Assert.False(await New<PreviewLinks>().EndAsync(article + 1, id, Cancel));
        Assert.True(await New<PreviewLinks>().EndAsync(article, id, Cancel));
        Assert.False(await New<PreviewLinks>().EndAsync(article, id, Cancel));

        Assert.False((await New<PreviewLinks>().FindAsync(secret, Cancel))!.IsOpen(Clock.Now));
        Assert.Null(await New<PreviewLinks>().MakeAsync(4242, An, Cancel));
    }

    [Fact]
    public async Task A_preview_shows_the_working_copy_and_without_one_what_was_written_last()
    {
        var id = await Paper.AddAsync(new Piece("Trams") { Tags = ["rails"], Authors = ["Lena"] }, Cancel);
        Assert.Equal("Trams", (await New<ArticlePreviews>().FindAsync(id, Cancel))!.Article.Card.Title);

        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        var content = copy.Content with { Slug = "", Text = new ArticleText { Title = "More trams", Body = BlockDocument.Of([Block.Paragraph("New words.")]) } };
        await New<WritingDesk>().SaveAsync(id, copy.Revision, content, An, Cancel);

        var preview = (await New<ArticlePreviews>().FindAsync(id, Cancel))!;
        Assert.Equal(("More trams", "more-trams", "New words."), (preview.Article.Card.Title, preview.Article.Card.Slug, preview.Article.Body.PlainText()));
        Assert.Equal((ArticleState.Published, "rails", 1), (preview.State, Assert.Single(preview.Article.Tags).Slug, preview.Article.Card.AuthorIds.Count));
        Assert.Equal("Trams", (await New<ArticleReader>().FindAsync(id, Cancel)).Article!.Card.Title);
        Assert.Null(await New<ArticlePreviews>().FindAsync(4242, Cancel));
    }

    [Fact]
    public async Task A_preview_stands_when_a_picture_or_a_tag_is_gone()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        await New<WritingDesk>().SaveAsync(id, copy.Revision, copy.Content with { TagIds = [4242], AuthorIds = [4242], Text = copy.Content.Text with { HeroId = 4242 } }, An, Cancel);

        var preview = (await New<ArticlePreviews>().FindAsync(id, Cancel))!.Article;

        Assert.Empty(preview.Tags);
        Assert.Empty(preview.Media);
    }

    public sealed class OnSqlite() : PreviewLinksTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PreviewLinksTests(DatabaseEngine.Postgres);
}
