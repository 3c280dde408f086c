using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

/// <summary>What writing costs in a long text, in milliseconds of the page's own work: a busy machine makes it later, not more.</summary>
public sealed class LongTextTests(Site site) : NewsroomTest(site)
{
    private const string Paste = """
        (text, words) => {
            const line = number => Array.from({ length: 50 }, (_, at) => at % 17 === 3 ? `<b style='mso-bidi-font-weight:normal'>weir${number}</b>` : 'heron').join(' ');
            const paragraphs = Array.from({ length: words / 50 }, (_, number) => `<p class=MsoNormal style='margin:0cm;mso-ansi-language:EN-GB'><span lang=EN-GB style='font-size:12.0pt'>${line(number)}.<o:p></o:p></span></p>`);
            const data = new DataTransfer();
            data.setData('text/html', `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"></head><body><!--StartFragment-->${paragraphs.join('')}<!--EndFragment--></body></html>`);
            data.setData('text/plain', 'herons');
            text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            return text.querySelectorAll(':scope > p').length;
        }
        """;

    [Fact]
    public async Task A_text_of_20_000_words_comes_in_from_Word_and_each_key_costs_less_than_a_frame()
    {
        var an = await HireAsync(await DeskAsync(Database.SQLite), "editor", "An");
        var editor = await (await ArticleListPage.OpenAsync(an.Page)).StartAsync(Fresh("All herons"));
        await editor.Text.ClickAsync();
        var browser = await an.Page.Context.NewCDPSessionAsync(an.Page);
        await browser.SendAsync("Performance.enable");

        async Task<double> WorkAsync()
        {
            var metrics = (await browser.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
            return 1000 * (metrics["ScriptDuration"] + metrics["LayoutDuration"] + metrics["RecalcStyleDuration"]);
        }

        Assert.Equal(400, await editor.Text.EvaluateAsync<int>(Paste, 20_000));
        await editor.SaveAsync();
        await an.Page.Keyboard.PressAsync("Control+End");
        var before = await WorkAsync();
        const string Typed = "Otters came by and ate the fish that nobody had counted, as they do in every winter.";
        await an.Page.Keyboard.TypeAsync(Typed);
        var work = (await WorkAsync() - before) / Typed.Length;

        Assert.InRange(work, 0.01, 16);
        await editor.SaveAsync();
    }
}
