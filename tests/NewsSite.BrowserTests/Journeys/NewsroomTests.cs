using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>The newsroom's own line, on both databases: somebody is invited, writes, is reviewed and published.</summary>
public sealed class NewsroomTests(Site site) : NewsroomTest(site)
{
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_editors_in_one_article_are_told_of_each_other_and_merge_what_they_wrote(Database database)
    {
        var paper = await DeskAsync(database);
        var (an, bo) = (await HireAsync(paper, "editor", "An"), await HireAsync(paper, "editor", "Bo"));
        var mine = await (await ArticleListPage.OpenAsync(an.Page)).StartAsync(Fresh("Two hands"));
        await mine.TypeAsync("The first line.");
        await mine.SaveAsync();
        var theirs = await EditorPage.OpenAsync(bo.Page, new Uri(an.Page.Url).AbsolutePath);
        await Assertions.Expect(theirs.Others).ToHaveTextAsync("An also has this open");

        await theirs.CommentAsync("first", "Why the first?");
        await Assertions.Expect(mine.Comments).ToContainTextAsync(["Why the first?"]);

        ExpectsErrors = true; // The conflict is an answer with 409, which the console names.
        await theirs.TypeAsync(" And theirs.");
        await theirs.SaveAsync();
        await mine.TypeAsync(" And mine.");
        await an.Page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(mine.MineAndTheirs).ToHaveTextAsync(["The first line. And mine.", "The first line. And theirs."]);
        await mine.Conflict.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await mine.TypeAsync(" Still mine.");
        await Assertions.Expect(mine.Conflict).ToHaveCountAsync(0); // Who wants to write on first is not asked again by every save.
        await mine.Compare.ClickAsync();
        await Assertions.Expect(mine.MineAndTheirs).ToHaveTextAsync(["The first line. And mine. Still mine.", "The first line. And theirs."]);
        await mine.Conflict.GetByRole(AriaRole.Button, new() { Name = "Save what is chosen" }).ClickAsync();
        await mine.IsSavedAsync();
        await Assertions.Expect(mine.Text.Locator("> p")).ToHaveTextAsync(["The first line. And mine. Still mine.", "The first line. And theirs."]);
        await Assertions.Expect(mine.Others).ToHaveTextAsync("Bo also has this open");

        await theirs.LoadNewerAsync();
        await Assertions.Expect(theirs.Text.Locator("> p")).ToHaveTextAsync(["The first line. And mine. Still mine.", "The first line. And theirs."]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_passkey_signs_in_without_password_and_code(Database database)
    {
        var an = await HireAsync(await DeskAsync(database), "editor", "An");
        var browser = await an.Page.Context.NewCDPSessionAsync(an.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await an.Page.GotoAsync("/account/passkeys");
        await an.Page.GetByLabel("A name to know it by, such as the device").FillAsync("Laptop");
        await an.Page.GetByLabel("Your password").FillAsync(Colleague.Password);
        await an.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(an.Page.GetByText("Laptop").First).ToBeVisibleAsync();
        await an.SignOutAsync();

        await an.Page.GotoAsync("/account/sign-in?returnUrl=%2Fnewsroom");
        await an.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(an.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Articles");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_article_goes_from_the_invitation_to_the_reader(Database database)
    {
        var paper = await DeskAsync(database);
        var headline = Fresh("Herons on the canal");
        var (an, bo) = (await HireAsync(paper, "contributor", "An"), await HireAsync(paper, "editor", "Bo"));
        await an.SignOutAsync();
        await an.SignInAsync();

        var written = await (await ArticleListPage.OpenAsync(an.Page)).StartAsync(headline);
        await written.UploadPictureAsync("Stripes in all colours");
        await written.TypeAsync("Seven herons live on the weir. Nobody has counted the others.");
        await written.SaveAsync();
        await written.HandInAsync();

        var read = await (await ArticleListPage.OpenAsync(bo.Page, "inreview")).WriteAsync(headline);
        await read.CommentAsync("Seven herons", "Who has counted them?");
        await Assertions.Expect(read.Passages).ToHaveTextAsync("Seven herons");
        await read.SendBackAsync("One source is not enough.");

        written = await (await ArticleListPage.OpenAsync(an.Page)).WriteAsync(headline);
        await Assertions.Expect(written.Note).ToContainTextAsync("One source is not enough.");
        await written.AnswerAsync("Who has counted them?", "The city did.");
        await written.TypeAsync(" The city says so.");
        await written.SaveAsync();
        await written.HandInAsync();

        read = await (await ArticleListPage.OpenAsync(bo.Page, "inreview")).WriteAsync(headline);
        await Assertions.Expect(read.Passages).ToHaveTextAsync("Seven herons");
        await read.ResolveAsync("Who has counted them?");
        await Assertions.Expect(read.Passages).ToHaveCountAsync(0);
        await read.CallReadyAsync();
        read = await EditorPage.ShownAsync(bo.Page);
        await read.PublishAsync();

        var reader = await OpenAsync(Window.Phone, paper.Address);
        await reader.GotoAsync("/latest");
        await Answers.SeesAsync(reader, "/latest", headline);
        await reader.ReloadAsync();
        await reader.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = headline }).First.ClickAsync();
        var article = await ArticlePage.ShownAsync(reader);
        await Assertions.Expect(article.Title).ToHaveTextAsync(headline);
        await Assertions.Expect(reader.Locator(".story-body")).ToContainTextAsync("The city says so.");
        await Assertions.Expect(reader.GetByAltText("Stripes in all colours")).ToBeVisibleAsync();
    }
}
