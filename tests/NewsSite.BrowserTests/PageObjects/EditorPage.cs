using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>Where an article is written.</summary>
public sealed class EditorPage : DeskPage
{
    /// <summary>Selects words of the text, as somebody with a mouse does.</summary>
    private const string Select = """
        (root, words) => {
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                root.focus();
                getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
                document.dispatchEvent(new Event('selectionchange')); // The browser would say it only after this task: a key pressed at once would come before.
                return;
            }
            throw new Error('not in the text: ' + words);
        }
        """;

    private const string Draw = """
        width => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [width, 600];
            const pen = canvas.getContext('2d');
            for (let x = 0; x < width; x += 30) { pen.fillStyle = `hsl(${x} 60% 50%)`; pen.fillRect(x, 0, 30, 600); }
            return canvas.toDataURL('image/png').split(',')[1];
        }
        """;

    private const string Drop = """
        (paragraph, content) => {
            const data = new DataTransfer();
            data.items.add(new File([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], 'dropped.png', { type: 'image/png' }));
            const box = paragraph.getBoundingClientRect();
            paragraph.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: box.left + 9, clientY: box.bottom - 2 }));
        }
        """;

    private EditorPage(IPage page)
        : base(page)
    {
    }

    public ILocator Headline => Page.Locator("#title");

    public ILocator Text => Page.GetByRole(AriaRole.Textbox, new() { Name = "Text of the article" });

    public ILocator State => Page.Locator(".save-state");

    /// <summary>What of that is read out.</summary>
    public ILocator Voice => Page.Locator("#save-status [role=status]").First;

    /// <summary>Who else has it open.</summary>
    public ILocator Others => Page.Locator(".save-others");

    /// <summary>Why it came back.</summary>
    public ILocator Note => Page.Locator(".stage-note");

    public ILocator Comments => Page.Locator("[data-comments] .remark[id]");

    /// <summary>The passages that are marked in the text.</summary>
    public ILocator Passages => Text.Locator(".remarked");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Conflict => Page.GetByRole(AriaRole.Dialog, new() { Name = "Two texts" });

    /// <summary>What differs, side by side: one's own text, then the other's.</summary>
    public ILocator MineAndTheirs => Conflict.Locator(".versions-side");

    /// <summary>Opens the two texts again after they were left.</summary>
    public ILocator Compare => Page.Locator(".save-action").GetByRole(AriaRole.Button, new() { Name = "Compare" });

    public static async Task<EditorPage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return await ShownAsync(page);
    }

    public static async Task<EditorPage> ShownAsync(IPage page)
    {
        await page.Locator("[data-editor][data-ready=true]").WaitForAsync();
        return new EditorPage(page);
    }

    /// <summary>A PNG, 600 high.</summary>
    public static async Task<byte[]> DrawAsync(IPage page, int width = 900) => Convert.FromBase64String(await page.EvaluateAsync<string>(Draw, width));

    /// <summary>Writes on at the end of the text.</summary>
    public async Task TypeAsync(string words)
    {
        await Text.Locator("> p").Last.ClickAsync();
        await Page.Keyboard.PressAsync("Control+End");
        await Page.Keyboard.TypeAsync(words);
    }

    public async Task SaveAsync()
    {
        await Page.Keyboard.PressAsync("Control+s");
        await IsSavedAsync();
    }

    public Task IsSavedAsync() => Assertions.Expect(State).ToHaveAttributeAsync("data-state", "saved");

    /// <summary>Takes over what somebody else saved, where one has written nothing since.</summary>
    public async Task LoadNewerAsync()
    {
        await Page.Locator(".save-action").GetByRole(AriaRole.Button, new() { Name = "Load it" }).ClickAsync();
        await Page.Locator("[data-editor][data-ready=true]").WaitForAsync();
    }

    /// <summary>Puts a new picture into the text; the browser makes its sizes.</summary>
    public async Task UploadPictureAsync(string description)
    {
        var picture = await DrawAsync(Page);
        await Button("Picture").ClickAsync();
        await Page.Locator("dialog input[type=file]").SetInputFilesAsync(new FilePayload { Name = "stripes.png", MimeType = "image/png", Buffer = picture });
        await Assertions.Expect(Page.Locator(".upload-state").First).ToHaveTextAsync("is in the library");
        await Button("Take").ClickAsync();
        await Page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Text.GetByLabel("Alternative text").FillAsync(description);
    }

    /// <summary>Puts a picture of the library into the text.</summary>
    public async Task TakePictureAsync(string name)
    {
        await Button("Picture").ClickAsync();
        await Page.GetByLabel("Search pictures").FillAsync(name);
        await Page.Locator("dialog .media-tile").Filter(new() { HasText = name }).ClickAsync();
        await Button("Take").ClickAsync();
        await Text.Locator("figure.picture img").WaitForAsync();
    }

    /// <summary>Lets a picture go over the lower half of the paragraph with these words.</summary>
    public async Task DropPictureBehindAsync(string words) =>
        await Text.Locator("> p", new() { HasText = words }).EvaluateAsync(Drop, Convert.ToBase64String(await DrawAsync(Page)));

    /// <summary>From the text to a tool above it, by keys alone.</summary>
    public async Task ReachToolAsync(string name)
    {
        var tool = Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name }).First;
        await Text.FocusAsync();
        await Page.Keyboard.PressAsync("Alt+F10");
        await Page.Keyboard.PressAsync("Home");
        for (var pressed = 0; !await tool.EvaluateAsync<bool>("tool => tool === document.activeElement"); pressed++)
        {
            Assert.True(pressed < 60, $"The arrow keys do not lead to {name}");
            await Page.Keyboard.PressAsync("ArrowRight");
        }
    }

    /// <summary>Comments on words of the text, by keys alone.</summary>
    public async Task CommentAsync(string words, string comment)
    {
        await Text.EvaluateAsync(Select, words);
        await Page.Keyboard.PressAsync("Control+Alt+m");
        await Assertions.Expect(Page.GetByLabel("Your comment")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(comment);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Comments.Filter(new() { HasText = comment })).ToBeVisibleAsync();
    }

    public async Task AnswerAsync(string comment, string answer)
    {
        var thread = Comments.Filter(new() { HasText = comment });
        await thread.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await thread.GetByLabel("Your answer").FillAsync(answer);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(thread).ToContainTextAsync(answer);
    }

    public async Task ResolveAsync(string comment)
    {
        await Comments.Filter(new() { HasText = comment }).GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(Page.Locator("[data-comments] > .remarks").GetByText(comment)).ToHaveCountAsync(0);
    }

    public async Task HandInAsync()
    {
        await Button("Hand in").ClickAsync();
        await Assertions.Expect(Said).ToHaveTextAsync("Handed in: an editor looks at it now.");
    }

    public async Task SendBackAsync(string why)
    {
        await Page.Locator("summary", new() { HasText = "Send back" }).ClickAsync();
        await Page.GetByLabel("Why it goes back").FillAsync(why);
        await Page.Locator(".stage-back button").ClickAsync();
        await Assertions.Expect(Said).ToContainTextAsync("Sent back");
    }

    public async Task CallReadyAsync()
    {
        await Button("Ready").ClickAsync();
        await Assertions.Expect(Said).ToHaveTextAsync("Ready to be published.");
    }

    /// <summary>On to the page where it is published, and publishes it.</summary>
    public async Task PublishAsync()
    {
        await Button("Publish").ClickAsync();
        await Page.Locator("form[action='?handler=Publish'] button.button--main").First.ClickAsync();
        await Assertions.Expect(Said).ToHaveTextAsync("Published. Readers see it now.");
    }
}
