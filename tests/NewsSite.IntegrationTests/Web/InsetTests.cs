using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Categories;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.IntegrationTests.Web;

/// <summary>Other articles and jobs that stand in an article's text: pages that are kept follow them.</summary>
public abstract class InsetTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task A_related_article_is_shown_under_its_newest_name_until_it_is_taken_back()
    {
        var other = await Paper.AddAsync(new Piece("Herons return"), Cancel);
        var draft = await Paper.AddAsync(new Piece("A secret") { State = ArticleState.Draft }, Cancel);
        var address = await ArticleAsync(Related(other), Related(draft), Related(4242));
        Assert.Equal("Herons return", (await Site.ReadAsync(address)).TextOf(".related-inline a"));

        await ChangeAsync(other, (desk, article) => desk.Publish(article, article.Write(new ArticleVersion(2, new ArticleText { Title = "Herons <b>win</b>" }, Editor.Paper, Clock.Now), Clock.Now)));
        var page = await Site.ReadAsync(address);
        Assert.Equal(("Herons <b>win</b>", $"/news/city/{other}/herons-return"), (page.TextOf(".related-inline a"), Assert.Single(page.Links(".related-inline"))));
        Assert.DoesNotContain("secret", page.TextOf(".story-body"), StringComparison.Ordinal);

        await ChangeAsync(other, (desk, article) => desk.Unpublish(article));
        Assert.Empty((await Site.ReadAsync(address)).Page.QuerySelectorAll(".related-inline"));
    }

    [Fact]
    public async Task Feeds_hold_links_in_their_place_and_say_what_was_corrected()
    {
        var other = await Paper.AddAsync(new Piece("Herons <b>return</b>"), Cancel);
        var draft = await Paper.AddAsync(new Piece("A secret") { State = ArticleState.Draft }, Cancel);
        var address = await ArticleAsync(Related(other), Related(draft), new Block("jobsBlock").With("title", "Jobs on rails"), new Block("jobsBlock"));
        var id = long.Parse(address.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture);
        await New<PublishingDesk>().CorrectAsync(new PublishingOrder { ArticleId = id, By = new Editor(1, "An") }, "The tram was <blue>.", Cancel);
        await Site.FollowAsync();

        var item = System.Text.Json.Nodes.JsonNode.Parse((await Site.ReadAsync("/feed.json")).Text)!["items"]!.AsArray().Single(item => item!["url"]!.GetValue<string>().EndsWith(address, StringComparison.Ordinal))!;
        var html = item["content_html"]!.GetValue<string>();
        Assert.Contains($"<p>Read also: <a href=\"{Site.PublicUrl}/news/city/{other}/herons-b-return-b\">Herons &lt;b&gt;return&lt;/b&gt;</a></p>", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Site.PublicUrl}/jobs\">Jobs on rails</a>", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Site.PublicUrl}/jobs\">See all jobs</a>", html, StringComparison.Ordinal);
        Assert.EndsWith("</strong> The tram was &lt;blue&gt;.</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_of_jobs_shows_open_ones_that_fit_and_nothing_where_none_does()
    {
        await Paper.AddAsync(
            [new Job("Tram driver") { Category = "mobility", ClosesAt = Clock.Now.AddHours(2) }, new Job("Tram cleaner") { Category = "care" }, new Job("Baker") { Category = "mobility" }], Cancel);
        var mobility = (await New<CategoryList>().BySlugAsync())["mobility"].Id;
        var address = await ArticleAsync(
            new Block("jobsBlock").With("title", "Jobs on <i>rails</i>").With("words", "tram"),
            new Block("jobsBlock").With("category", mobility).With("words", "driver"),
            new Block("jobsBlock").With("words", "nothing has this"),
            new Block("jobsBlock").With("count", 2L));

        var page = await Site.ReadAsync(address);
        Assert.Equal("Jobs on <i>rails</i>\nTop jobs in Brussels and beyond\nTop jobs in Brussels and beyond", page.TextOf(".top-jobs--inline > h2"));
        Assert.Equal(["Tram cleaner", "Tram driver"], Titles(page, 0).Order(StringComparer.Ordinal));
        Assert.Equal(["Tram driver"], Titles(page, 1));
        Assert.Equal(2, Titles(page, 2).Count);

        await Site.PassAsync(TimeSpan.FromHours(3));
        await Site.FollowAsync();
        Assert.Equal(["Tram cleaner"], Titles(await Site.ReadAsync(address), 0));
    }

    private static Block Related(long article) => new Block("relatedArticle").With("article", article);

    private static IReadOnlyList<string> Titles(Answer page, int block) =>
        [.. page.Page.QuerySelectorAll(".top-jobs--inline")[block].QuerySelectorAll(".job-title").Select(title => title.TextContent.Trim())];

    /// <summary>Publishes an article with these blocks; gives its address.</summary>
    private async Task<string> ArticleAsync(params Block[] blocks)
    {
        var id = await Paper.AddAsync(new Piece("Trams") { Body = BlockDocument.Of([Block.Paragraph("Some words."), .. blocks]) }, Cancel);
        return $"/news/city/{id}/trams";
    }

    private async Task ChangeAsync(long id, Action<EditorialDesk, Article> change)
    {
        var services = Paper.NewScope();
        var desk = services.GetRequiredService<EditorialDesk>();
        change(desk, (await desk.FindAsync(id, Cancel))!);
        await services.GetRequiredService<NewsDb>().SaveAsync(Cancel);
        await Site.FollowAsync();
    }

    public sealed class OnSqlite() : InsetTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : InsetTests(DatabaseEngine.Postgres);
}
