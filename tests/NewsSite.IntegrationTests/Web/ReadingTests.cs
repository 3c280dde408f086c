using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web;

public abstract class ReadingTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task A_reader_opens_the_front_page_and_reads_the_lead()
    {
        await Paper.AddAsync(Enumerable.Range(1, 30).Select(number => new Piece($"Story number {number}")
        {
            Section = number % 2 == 0 ? "city" : "culture",
            Standfirst = $"What story {number} is about",
            PublishedAt = Clock.Now.AddMinutes(-number),
            Authors = ["an"],
            Tags = ["trams"],
        }), Cancel);

        var front = await Site.ReadAsync("/");
        Assert.Contains("Wednesday 18 November 2026", front.TextOf("header"), StringComparison.Ordinal);
        Assert.Contains("Story number 1", front.TextOf("main h2"), StringComparison.Ordinal);

        var article = await Site.ReadAsync(front.Links("main h2")[0]);
        Assert.Equal("Story number 1", article.Title);
        Assert.Contains("What story 1 is about", article.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("Some words.", article.TextOf("article"), StringComparison.Ordinal);
        Assert.Equal("Story number 1", article.Page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal(20, article.Links("aside").Count(link => link.StartsWith("/news/", StringComparison.Ordinal)));

        Assert.Equal("culture", (await Site.ReadAsync("/news/culture")).Title);
        Assert.Equal("an", (await Site.ReadAsync("/authors/an")).Title);
        Assert.Equal("trams", (await Site.ReadAsync("/tags/trams")).Title);
    }

    [Fact]
    public async Task An_empty_paper_reads_well_in_every_language()
    {
        foreach (var language in Language.All)
        {
            foreach (var path in new[] { "", "/latest", "/jobs", "/search", "/jobs/post" })
            {
                var page = await Site.ReadAsync(language.Prefix + path is { Length: > 0 } address ? address : "/");

                Assert.Equal(language.Code, page.Language);
                Assert.NotEqual("", page.TextOf("main"));
            }
        }
    }

    [Fact]
    public async Task Latest_goes_on_to_older_ones_without_script()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(1, 47).Select(number => new Piece($"Story {number}") { PublishedAt = Clock.Now.AddMinutes(-number / 3) }), Cancel);
        var seen = new List<string>();
        for (var next = "/latest"; next is not null;)
        {
            var page = await Site.ReadAsync(next);
            seen.AddRange(page.Links().Where(link => link.StartsWith("/news/city/", StringComparison.Ordinal)));
            next = page.Turn("next");
            Assert.InRange(seen.Count, 1, ids.Count);
        }

        Assert.Equal(ids.Count, seen.Distinct().Count());
    }

    /// <summary>Page by page, by the addresses on which the reader came; not to the start at once.</summary>
    [Fact]
    public async Task From_older_ones_readers_turn_back_as_they_came()
    {
        await Paper.AddSectionAsync("trams", "city", Cancel);
        await Paper.AddAsync(Enumerable.Range(1, 70).Select(number => new Piece($"Story {number}")
        {
            Section = number % 3 == 0 ? "trams" : "city",
            Tags = ["tram"],
            Authors = ["an"],
            PublishedAt = Clock.Now.AddMinutes(-number / 3),
        }), Cancel);
        await Paper.AddAsync(Enumerable.Range(1, 70).Select(number => new Job($"Job {number}") { PublishedAt = Clock.Now.AddMinutes(-number / 3) }), Cancel);
        foreach (var list in new[] { "/latest", "/news/city", "/news/trams", "/tags/tram", "/authors/an", "/jobs", "/employers/harbour" })
        {
            var there = new List<string>();
            for (var next = list; next is not null; next = (await Site.ReadAsync(next)).Turn("next"))
                there.Add(next);
            var back = new List<string>();
            for (var previous = there[^1]; previous is not null; previous = (await Site.ReadAsync(previous)).Turn("prev"))
                back.Add(previous);

            Assert.True(there.Count > 1, $"{list} has one page");
            back.Reverse();
            Assert.Equal(there, back);
        }
    }

    [Fact]
    public async Task Each_language_has_its_own_articles_and_a_story_leads_to_its_translations()
    {
        var ids = await Paper.AddAsync(
        [
            new Piece("The trams") { TranslationGroup = 1 }, new Piece("De trams") { Language = Language.Dutch, TranslationGroup = 1 },
            new Piece("Les trams") { Language = Language.French }, new Piece("In het Nederlands") { Language = Language.Dutch },
        ], Cancel);

        var dutch = await Site.ReadAsync("/nl");
        Assert.Equal("nl", dutch.Language);
        Assert.Contains("De trams", dutch.TextOf("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("The trams", dutch.Text, StringComparison.Ordinal);
        Assert.Contains("woensdag 18 november 2026", dutch.TextOf("header"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mercredi 18 novembre 2026", (await Site.ReadAsync("/fr")).TextOf("header"), StringComparison.OrdinalIgnoreCase);

        var english = await Site.ReadAsync($"/news/city/{ids[0]}/the-trams");
        var translation = $"/nl/news/city/{ids[1]}/de-trams";
        Assert.Equal((Site.PublicUrl + $"/news/city/{ids[0]}/the-trams", Site.PublicUrl + translation), (english.Alternates["en"], english.Alternates["nl"]));
        Assert.DoesNotContain("fr", english.Alternates.Keys);
        Assert.Contains(translation, english.Links());
        Assert.Equal("De trams", (await Site.ReadAsync(translation)).Title);
    }

    [Fact]
    public async Task An_article_has_one_address()
    {
        var id = await Paper.AddAsync(new Piece("De trams") { Language = Language.Dutch }, Cancel);
        var address = $"/nl/news/city/{id}/de-trams";
        await Paper.AddSectionAsync("culture", null, Cancel);

        Assert.Equal(Site.PublicUrl + address, (await Site.ReadAsync(address)).Canonical);
        foreach (var other in new[] { $"/news/city/{id}/de-trams", $"/fr/news/city/{id}/de-trams", $"/nl/news/culture/{id}/de-trams", $"/nl/news/city/{id}/old-slug", $"/nl/news/city/{id}" })
        {
            var moved = await Site.GetAsync(other);
            Assert.Equal((301, address), (moved.Status, moved.Location));
        }
    }

    [Fact]
    public async Task What_is_not_there_says_so_on_a_page_of_the_paper()
    {
        var ids = await Paper.AddAsync([new Piece("Still here"), new Piece("Taken back") { State = ArticleState.Unpublished }, new Piece("Draft") { State = ArticleState.Draft }], Cancel);

        foreach (var (path, status) in new[]
        {
            ("/nothing", 404), ("/news/nothing", 404), ("/news/city/4711/x", 404), ($"/news/city/{ids[1]}/taken-back", 410), ($"/news/city/{ids[2]}/draft", 404),
            ("/nl/nothing", 404), ("/tags/none", 404), ("/authors/none", 404), ("/pages/none", 404), ("/jobs/4711/x", 404), ("/employers/none", 404),
            ("/media/none", 404), ("/status/500", 404), ("/news/city/99999999999999999999/x", 404), ("/..%2f..%2fetc/passwd", 404),
        })
        {
            var page = await Site.GetAsync(path);

            Assert.True(status == page.Status, $"{path} answers {page.Status}");
            if (!path.StartsWith("/nl", StringComparison.Ordinal))
                Assert.True(page.TextOf("main").Contains("Still here", StringComparison.Ordinal), $"{path} shows no headlines");
            Assert.NotNull(page.Page.QuerySelector("meta[name=robots][content=noindex]"));
            Assert.DoesNotContain("Taken back", page.TextOf("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_published_beside_the_site_is_shown_and_what_is_taken_back_is_gone()
    {
        await Paper.AddAsync(new Piece("First"), Cancel);
        Assert.DoesNotContain("Second", (await Site.ReadAsync("/")).Text, StringComparison.Ordinal);

        await Paper.AddAsync(new Piece("Second"), Cancel);
        await Site.FollowAsync();

        Assert.Contains("Second", (await Site.ReadAsync("/")).Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite() : ReadingTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ReadingTests(DatabaseEngine.Postgres);
}
