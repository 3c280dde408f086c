using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>Pictures: brought, described, used, replaced and deleted, on both databases.</summary>
public sealed class MediaTests(Site site) : NewsroomTest(site)
{
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Pictures_are_dropped_described_used_replaced_and_deleted_with_a_warning(Database database)
    {
        var paper = await DeskAsync(database);
        var an = await HireAsync(paper, "editor", "An");
        var (name, other) = (Fresh("weir").Replace(' ', '-'), Fresh("lock").Replace(' ', '-'));

        var path = await BringAsync(an.Page, name, other);
        await DescribeAsync(an.Page, path, name);
        var headline = Fresh("A picture of the weir");
        var address = await UseAsync(an.Page, name, headline);

        var picture = await PicturePage.OpenAsync(an.Page, path);
        await Assertions.Expect(picture.Uses).ToContainTextAsync(headline);
        var reader = await OpenAsync(Window.Phone, paper.Address);
        await reader.GotoAsync(address);
        var shown = reader.GetByAltText("The weir at dusk");
        await Assertions.Expect(shown).ToBeVisibleAsync();
        var file = await shown.EvaluateAsync<string>("image => image.currentSrc");

        await ReplaceAsync(an.Page, path);
        await reader.ReloadAsync();
        await Answers.SeesAsync(reader, address, new Uri(file).AbsolutePath, isThere: false);

        await DeleteAsync(an.Page, path, headline);
        await Answers.SeesAsync(reader, address, "The weir at dusk", isThere: false);
        await Answers.SeesAsync(reader, address, "Water over the weir.");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Sizes_that_an_import_left_out_are_made_in_the_editors_browser(Database database)
    {
        var paper = await DeskAsync(database);
        var an = await HireAsync(paper, "editor", "An");
        var name = Fresh("whole").Replace(' ', '-') + ".png";
        await an.Page.GotoAsync("/newsroom/media/upload"); // The form for those without script: the file comes as it is.
        await an.Page.GetByLabel("Files").SetInputFilesAsync(await FileAsync(an.Page, name));
        await an.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await an.Page.WaitForURLAsync(url => !url.EndsWith("/upload", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        var library = await MediaLibraryPage.OpenAsync(an.Page, name);
        await Assertions.Expect((await library.ShowAsync(name)).Sizes).ToContainTextAsync("sizes still to be made");

        library = await MediaLibraryPage.OpenAsync(an.Page, name);
        await library.Missing.GetByRole(AriaRole.Button, new() { Name = "Make them here" }).ClickAsync();
        await Assertions.Expect(library.Missing.GetByRole(AriaRole.Status)).ToHaveTextAsync("All pictures have their sizes.");

        library = await MediaLibraryPage.OpenAsync(an.Page, name);
        await Assertions.Expect((await library.ShowAsync(name)).Sizes).ToHaveTextAsync("320 × 213, 640 × 427, 900 × 600");
    }

    /// <returns>The path of the picture's page.</returns>
    private static async Task<string> BringAsync(IPage page, string name, string other)
    {
        var library = await MediaLibraryPage.OpenAsync(page);
        await library.DropAsync(await FileAsync(page, name + ".png"), await FileAsync(page, other + ".png"));
        await Assertions.Expect(library.Tile(other)).ToBeVisibleAsync();

        // What is no picture is named, and the page stays to be read.
        await library.DropAsync(new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = [65, 66] });
        await Assertions.Expect(library.Lines).ToHaveTextAsync(["notes.txtThis is no JPEG, PNG, WebP or GIF picture."]);

        var picture = await library.ShowAsync(name);
        await Assertions.Expect(picture.Sizes).ToHaveTextAsync("320 × 213, 640 × 427, 900 × 600");
        await Assertions.Expect(picture.Uses).ToContainTextAsync("It is not used.");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task DescribeAsync(IPage page, string path, string name)
    {
        var picture = await PicturePage.OpenAsync(page, path);
        await picture.PointAtAsync(0.25f, 0.5f);
        await Assertions.Expect(picture.Point).ToHaveAttributeAsync("aria-valuetext", "25 % across, 50 % down");
        await Assertions.Expect(picture.Point).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("ArrowLeft");
        await picture.Words("English", "Alternative text").FillAsync("The weir at dusk");
        await picture.Words("Nederlands", "Alternative text").FillAsync("De stuw in de schemering");
        await picture.Words("Français", "Alternative text").FillAsync("Le barrage au crépuscule");
        await picture.Words("English", "Caption").FillAsync($"Seven herons, {name}");
        await picture.SaveAsync();

        picture = await PicturePage.OpenAsync(page, path);
        await Assertions.Expect(picture.Point).ToHaveAttributeAsync("aria-valuetext", "23 % across, 60 % down");
        await Assertions.Expect(picture.Words("Nederlands", "Alternative text")).ToHaveValueAsync("De stuw in de schemering");
        await Assertions.Expect(picture.Words("Français", "Alternative text")).ToHaveValueAsync("Le barrage au crépuscule");
    }

    /// <returns>The article's address for readers.</returns>
    private static async Task<string> UseAsync(IPage page, string name, string headline)
    {
        var editor = await (await ArticleListPage.OpenAsync(page)).StartAsync(headline);
        var article = new Uri(page.Url).AbsolutePath;
        await editor.TypeAsync("Water over the weir.");
        await editor.TakePictureAsync(name);
        await editor.SaveAsync();
        var publish = await PublishPage.OpenAsync(page, article);
        await publish.PublishNowAsync();
        return await publish.AddressAsync();
    }

    private static async Task ReplaceAsync(IPage page, string path)
    {
        var file = await FileAsync(page, "new.png", width: 700);
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Link, new() { Name = "Replace" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.WaitForURLAsync("**" + path, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect((await PicturePage.ShownAsync(page)).Sizes).ToHaveTextAsync("320 × 274, 640 × 549, 700 × 600");
    }

    private static async Task DeleteAsync(IPage page, string path, string headline)
    {
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This picture is in use");
        await Assertions.Expect(page.Locator(".media-uses")).ToContainTextAsync(headline);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it all the same" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice--good")).ToBeVisibleAsync();
    }

    private static async Task<FilePayload> FileAsync(IPage page, string name, int width = 900) =>
        new() { Name = name, MimeType = "image/png", Buffer = await EditorPage.DrawAsync(page, width) };
}
