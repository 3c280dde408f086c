using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>The media library.</summary>
public sealed class MediaLibraryPage : DeskPage
{
    private const string Drop = """
        (zone, files) => {
            const data = new DataTransfer();
            for (const { name, type, content } of files) data.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], name, { type }));
            for (const kind of ['dragenter', 'dragover', 'drop']) zone.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """;

    private MediaLibraryPage(IPage page)
        : base(page)
    {
    }

    /// <summary>What became of each file that was let go over the page.</summary>
    public ILocator Lines => Page.Locator(".upload-line");

    public ILocator Missing => Page.Locator("[data-missing-sizes]");

    public static async Task<MediaLibraryPage> OpenAsync(IPage page, string words = "")
    {
        await page.GotoAsync("/newsroom/media?q=" + Uri.EscapeDataString(words));
        return new MediaLibraryPage(page);
    }

    public ILocator Tile(string name) => Page.Locator(".media-grid--library").GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>Lets files go over the place for them, as from the desktop.</summary>
    public Task DropAsync(params FilePayload[] files) =>
        Page.Locator(".upload").EvaluateAsync(Drop, files.Select(file => new { name = file.Name, type = file.MimeType, content = Convert.ToBase64String(file.Buffer) }).ToArray());

    public async Task<PicturePage> ShowAsync(string name)
    {
        await Tile(name).ClickAsync();
        return await PicturePage.ShownAsync(Page);
    }
}

/// <summary>A picture of the library with its words, its point of focus and where it is used.</summary>
public sealed class PicturePage : DeskPage
{
    private PicturePage(IPage page)
        : base(page)
    {
    }

    public ILocator Sizes => Page.Locator(".media-facts dd").First;

    /// <summary>The point where the eye goes.</summary>
    public ILocator Point => Page.GetByRole(AriaRole.Slider, new() { Name = "Where the eye goes" });

    public ILocator Uses => Page.GetByRole(AriaRole.Region, new() { Name = "Used in" });

    public static async Task<PicturePage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return await ShownAsync(page);
    }

    public static async Task<PicturePage> ShownAsync(IPage page)
    {
        await page.Locator(".focus-point").WaitForAsync();
        return new PicturePage(page);
    }

    public ILocator Words(string language, string label) => Page.GetByRole(AriaRole.Group, new() { Name = language }).GetByLabel(label);

    /// <summary>Points with the mouse, in parts of width and height.</summary>
    public async Task PointAtAsync(float across, float down)
    {
        var whole = Page.Locator(".focus-whole");
        var box = (await whole.BoundingBoxAsync())!;
        await whole.ClickAsync(new() { Position = new() { X = box.Width * across, Y = box.Height * down } });
    }

    public async Task SaveAsync()
    {
        await Button("Save").ClickAsync();
        await Assertions.Expect(Said).ToBeVisibleAsync();
    }
}
