using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class ShapeTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task A_section_gets_another_address_and_readers_of_the_old_one_are_led_there_in_their_language()
    {
        await Paper.AddAsync(new Piece("Trams") { Section = "city" }, Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/sections");
        await chief.OpenAsync(chief.Page.Links("main table")[0]);
        Assert.Equal("city", chief.Page.Title);

        await chief.SendAsync("", ("Form.Colour", "#ffee00"));
        Assert.Equal(422, chief.Page.Status);
        Assert.Contains("cannot be read on white", chief.Page.TextOf("#field-Form-Colour-error"), StringComparison.Ordinal);
        await chief.SendAsync("", ("Form.Colour", "#aa0000"), ("Form.Slug", "town"), ("Form.Name.Nl", "Stad"));
        Assert.Equal((200, "The section is saved."), (chief.Page.Status, chief.Page.TextOf("main .notice")));
        await Site.FollowAsync();

        Assert.Equal("/nl/news/town", (await Site.GetAsync("/nl/news/city")).Location);
        Assert.Equal("Stad", (await Site.ReadAsync("/nl/news/town")).Title);
        Assert.Contains("[data-section=\"town\"]{--section:#aa0000}", (await Site.ReadAsync("/sections.css")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_with_articles_is_deleted_only_by_moving_them()
    {
        var id = (await Paper.AddAsync([new Piece("Trams") { Section = "city" }, new Piece("Opera") { Section = "culture" }], Cancel))[0];
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/sections");
        var address = chief.Page.Page.QuerySelectorAll("main table a").Single(link => link.TextContent == "city").GetAttribute("href")!;
        await chief.OpenAsync(address);
        await chief.SendAsync("handler=Delete");
        Assert.Equal(("Articles or sections lie in it: say where they go.", 422), (chief.Page.TextOf("#heir-error"), chief.Page.Status));

        var heir = chief.Page.Page.QuerySelectorAll("#heir option").Single(option => option.TextContent == "culture").GetAttribute("value");
        await chief.SendAsync("handler=Delete", ("Heir", heir));
        Assert.Equal("“city” is deleted.", chief.Page.TextOf("main .notice"));
        await Site.FollowAsync();

        Assert.Equal("/news/culture", (await Site.GetAsync("/news/city")).Location);
        Assert.Equal($"/news/culture/{id}/trams", (await Site.GetAsync($"/news/city/{id}/trams")).Location);
    }

    [Fact]
    public async Task Tags_are_merged_by_name_and_a_stale_form_keeps_what_was_typed()
    {
        await Paper.AddAsync([new Piece("One") { Tags = ["tram"] }, new Piece("Two") { Tags = ["trams"] }], Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/tags?q=tram");
        await chief.OpenAsync(chief.Page.Links("main table")[0]);
        var tag = (await New<TagIndex>().FindAsync("tram", Cancel))!;
        await New<TagDesk>().SaveAsync(tag.Id, 0, "tram", tag.Name, Cancel);

        await chief.SendAsync("", ("Name.Fr", "Tramway"));
        Assert.Equal((409, "Tramway"), (chief.Page.Status, chief.Page.Page.QuerySelector("#field-Name-Fr")!.GetAttribute("value")));
        Assert.Contains("Somebody else has changed this", chief.Page.TextOf("[role=alert]"), StringComparison.Ordinal);
        await chief.SendAsync("", ("Name.Fr", "Tramway"));
        Assert.Equal(200, chief.Page.Status);

        await chief.SendAsync("handler=Merge", ("Into", "nothing of the kind"));
        Assert.Equal(422, chief.Page.Status);
        await chief.SendAsync("handler=Merge", ("Into", "Trams"));
        Assert.Contains("is merged into this tag", chief.Page.TextOf("main .notice"), StringComparison.Ordinal);
        await Site.FollowAsync();
        Assert.Equal("/tags/trams", (await Site.GetAsync("/tags/tram")).Location);
        Assert.Contains("ChiefEditor: merge tram", await TrailAsync());
    }

    [Fact]
    public async Task A_deleted_tag_and_an_unknown_one_answer_differently()
    {
        await Paper.AddAsync(new Piece("One") { Tags = ["tram"] }, Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/tags");
        await chief.OpenAsync(chief.Page.Links("main table")[0]);
        await chief.SendAsync("handler=Delete");
        await Site.FollowAsync();

        Assert.Equal((410, 404), ((await Site.GetAsync("/tags/tram")).Status, (await Site.GetAsync("/tags/bus")).Status));
    }

    [Fact]
    public async Task Authors_change_their_page_and_two_entries_become_one()
    {
        await Paper.AddAsync([new Piece("One") { Authors = ["an"] }, new Piece("Two") { Authors = ["bo"] }], Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/authors");
        await chief.OpenAsync(chief.Page.Links("main table")[0]);
        await chief.SendAsync("", ("Form.Name", "An Peeters"), ("Form.Slug", "an-peeters"), ("Form.Biography.En", "Writes."), ("Form.Portrait", "4711"));
        Assert.Equal("The media library has no picture of this number.", chief.Page.TextOf("#field-Form-Portrait-error"));
        await chief.SendAsync("", ("Form.Portrait", ""), ("Form.Biography.En", "Writes."));
        Assert.Equal("The author is saved.", chief.Page.TextOf("main .notice"));
        await chief.SendAsync("handler=Merge", ("Into", "/authors/bo"));
        Assert.Equal("bo", chief.Page.Title);
        await Site.FollowAsync();

        Assert.Equal("/fr/authors/bo", (await Site.GetAsync("/fr/authors/an-peeters")).Location);
        Assert.Equal("/authors/bo", (await Site.GetAsync("/authors/an")).Location);
    }

    [Fact]
    public async Task Redirects_are_added_told_when_wrong_and_never_hide_a_page()
    {
        await Paper.AddAsync(new Piece("Trams") { Section = "city" }, Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/redirects");
        foreach (var (from, to, field) in new[] { ("/news/city", "/", "From"), ("/jobs", "/", "From"), ("/newsroom/x", "/", "From"), ("old", "/", "From"), ("/old", "javascript:alert(1)", "To"), ("/old", "/OLD", "To") })
        {
            await chief.SendAsync("handler=Add", ("From", from), ("To", to), ("Replaces", null));
            Assert.Equal((422, from), (chief.Page.Status, chief.Page.Page.QuerySelector("#field-From")!.GetAttribute("value")));
            Assert.NotEqual("", chief.Page.TextOf($"#field-{field}-error"));
        }
        await chief.SendAsync("handler=Add", ("From", "/Summer-Offer/"), ("To", "https://shop.example/x?y=1"), ("Replaces", null));
        Assert.Equal("/summer-offer leads to https://shop.example/x?y=1 now.", chief.Page.TextOf("main .notice"));

        Assert.Equal("https://shop.example/x?y=1", (await Site.GetAsync("/summer-offer")).Location);
        await chief.SendAsync("handler=Delete");
        Assert.Equal(404, (await Site.GetAsync("/summer-offer")).Status);
        Assert.Empty((await New<RedirectDesk>().PageAsync("", 5, cancel: Cancel)).Items);
    }

    [Fact]
    public async Task A_file_of_redirects_is_taken_but_for_the_lines_that_are_wrong()
    {
        await Paper.AddAsync(new Piece("Trams") { Section = "city" }, Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/redirects");
        var token = chief.Page.Page.QuerySelector("form[action*=Import] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(new StringContent("old;new\n/a;/b\n/b;/a\n/news/city;/x\n\"/c;d\";https://x.example\n/e;//x.example\n"), "file", "../../list.csv");

        var answer = await chief.SendAsync(HttpMethod.Post, "/newsroom/redirects?handler=Import", form);

        Assert.Equal("2 redirects are in, 3 were refused.", answer.TextOf("main .notice"));
        Assert.Equal("3\n4\n6", answer.TextOf(".rows--refused tbody th"));
        Assert.Equal("/b", (await Site.GetAsync("/a")).Location);
    }

    [Fact]
    public async Task Feeds_of_a_renamed_list_lead_on()
    {
        await Paper.AddAsync(new Piece("One") { Tags = ["tram"] }, Cancel);
        var tag = (await New<TagIndex>().FindAsync("tram", Cancel))!;
        await New<TagDesk>().SaveAsync(tag.Id, 0, "trams", tag.Name, Cancel);

        Assert.Equal("/nl/tags/trams/feed.xml", (await Site.GetAsync("/nl/tags/tram/feed.xml")).Location);
        Assert.Equal(404, (await Site.GetAsync("/tags/bus/feed.xml")).Status);
        await New<TagDesk>().DeleteAsync(tag.Id, 1, Cancel);
        Assert.Equal((410, 410), ((await Site.GetAsync("/tags/trams/atom.xml")).Status, (await Site.GetAsync("/tags/tram/atom.xml")).Status));
    }

    [Fact]
    public async Task Menus_and_footer_stand_as_they_were_arranged_and_make_themselves_again()
    {
        await Paper.AddAsync([new Piece("Trams") { Section = "city" }, new Piece("Opera") { Section = "culture" }], Cancel);
        var before = (await Site.ReadAsync("/latest")).TextOf(".site-footer nav h2");
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/menus?edition=en&place=Header");
        await chief.SendAsync("handler=Add", ("What", "Link"), ("Text", "Shop"), ("Address", "javascript:x"));
        Assert.Equal(422, chief.Page.Status);
        await chief.SendAsync("handler=Add", ("What", "Link"), ("Text", "Shop <b>"), ("Address", "https://shop.example"));
        await chief.SendAsync("handler=Remove", ("line", "0"));
        Assert.Equal(200, chief.Page.Status);
        await Site.FollowAsync();

        var page = await Site.ReadAsync("/latest");
        Assert.Equal("culture\nJobs\nShop <b>", page.TextOf("nav.sections li"));
        Assert.Equal(before, page.TextOf(".site-footer nav h2"));
        await chief.SendAsync("handler=Reset");
        await Site.FollowAsync();
        Assert.Equal("city\nculture\nJobs", (await Site.ReadAsync("/latest")).TextOf("nav.sections li"));
    }

    [Fact]
    public async Task A_menu_is_put_into_order_at_once_and_speaks_its_own_language()
    {
        await Paper.AddAsync([new Piece("Trams") { Section = "city", Language = Language.Dutch }, new Piece("Opera") { Section = "culture", Language = Language.Dutch }], Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/menus/order?edition=nl&place=Header");
        var keys = chief.Page.Page.QuerySelectorAll("[data-card]").Select(card => long.Parse(card.GetAttribute("data-card")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal("city\nculture\nJobs", chief.Page.TextOf(".board-title"));
        var path = chief.Page.Page.QuerySelector("[data-board]")!.GetAttribute("data-save")!;

        Assert.Equal(200, (await SendAsync(0, [keys[2], keys[0], keys[1]])).Status);
        // The keys stay with their lines; an older state, a line too few and one twice are refused.
        Assert.Equal(409, (await SendAsync(0, keys)).Status);
        Assert.Equal(409, (await SendAsync(1, [keys[0], keys[1]])).Status);
        Assert.Equal(409, (await SendAsync(1, [keys[0], keys[1], keys[1]])).Status);
        Assert.Equal(200, (await SendAsync(1, [keys[2], keys[1], keys[0]])).Status);
        await Site.FollowAsync();
        Assert.Equal("Jobs\nculture\ncity", (await Site.ReadAsync("/nl/latest")).TextOf("nav.sections li"));

        await chief.OpenAsync("/newsroom/menus?edition=nl&place=Footer");
        Assert.Contains("Rubrieken", chief.Page.TextOf("main table th"), StringComparison.Ordinal);

        Task<Answer> SendAsync(int revision, List<long> order) =>
            chief.SendAsync(HttpMethod.Put, path, System.Net.Http.Json.JsonContent.Create(new { revision, slots = new Dictionary<string, List<long>> { ["menu"] = order } }));
    }

    [Fact]
    public async Task What_the_paper_says_of_itself_is_shown_and_the_settings_file_is_the_default()
    {
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/settings");
        Assert.Contains("The Zenne Post, as in the settings file.", chief.Page.TextOf("#field-Name-hint"), StringComparison.Ordinal);
        await chief.SendAsync("", ("Email", "nobody"), ("SocialLinks", "ftp://x"));
        Assert.Equal(422, chief.Page.Status);
        await chief.SendAsync("", ("Name", "The Canal Post"), ("Tagline.En", "Every tide"), ("Email", "desk@canal.example"), ("SocialLinks", "https://social.example/@canal"), ("Phone", "+32 2 123"), ("Address", "Quay 1\nBrussels"));
        Assert.Equal("The settings are saved.", chief.Page.TextOf("main .notice"));
        await Site.FollowAsync();

        var front = await Site.ReadAsync("/");
        Assert.Equal(("The Canal Post – Every tide", "The Canal Post"), (front.Page.Title, front.TextOf(".mast-name")));
        Assert.Contains("mailto:desk@canal.example", front.Links("footer"));
        Assert.Contains("https://social.example/@canal", front.Links("footer"));
        Assert.Contains("The Canal Post", (await Site.ReadAsync("/feed.xml")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_written_as_a_draft_published_renamed_and_rolled_back()
    {
        const string Body = """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Who we are."}]}]}""";
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/pages/new?edition=en");
        await chief.SendAsync("", ("Name", "About us"), ("Body", """{"type":"doc","content":[{"type":"script"}]}"""));
        Assert.Equal(422, chief.Page.Status);
        await chief.SendAsync("", ("Name", "About us"), ("Body", Body), ("IsPublished", "false"));
        Assert.Equal("The page is saved as a draft.", chief.Page.TextOf("main .notice--good"));
        Assert.Equal(404, (await Site.GetAsync("/pages/about-us")).Status);

        await chief.SendAsync("", ("Name", "About us"), ("Slug", "about"), ("IsPublished", "true"));
        await Site.FollowAsync();
        Assert.Equal("Who we are.", (await Site.ReadAsync("/pages/about")).TextOf(".story-body"));
        Assert.Equal("/pages/about", (await Site.GetAsync("/pages/about-us")).Location);
        Assert.Equal(2, chief.Page.Page.QuerySelectorAll(".shape-versions li").Length);

        await chief.SendAsync("handler=Delete");
        await Site.FollowAsync();
        Assert.Equal((410, 410), ((await Site.GetAsync("/pages/about")).Status, (await Site.GetAsync("/pages/about-us")).Status));
    }

    public sealed class OnSqlite() : ShapeTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ShapeTests(DatabaseEngine.Postgres);
}
