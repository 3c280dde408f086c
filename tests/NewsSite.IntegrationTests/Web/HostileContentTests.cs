using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web;

/// <summary>A paper in which every text tries to be markup, read from one end to the other.</summary>
public abstract class HostileContentTests(DatabaseEngine engine) : SiteTest(engine)
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- ]]> {{7*7}} & &lt; \u2028 </title></textarea></script>";

    private static readonly LocalizedText HostileText = new LocalizedText(Language.English, Hostile).With(Language.Dutch, Hostile).With(Language.French, Hostile);

    [Fact]
    public async Task It_comes_out_inert_on_every_page_and_in_every_feed()
    {
        await FillAsync();
        var waiting = new Queue<string>(["/", "/nl", "/fr", "/search?q=" + Uri.EscapeDataString(Hostile), "/jobs?q=" + Uri.EscapeDataString(Hostile), "/nothing/" + Uri.EscapeDataString(Hostile),
            "/feed.xml", "/atom.xml", "/feed.json", "/jobs/feed.xml", "/jobs/indeed.xml", "/sitemap.xml", "/sitemap-news.xml", "/api/v1/articles", "/api/v1/jobs", "/openapi/v1.json"]);
        var seen = new HashSet<string>(waiting);
        var pages = 0;
        while (waiting.TryDequeue(out var path))
        {
            var answer = await Site.GetAsync(path);
            if (answer.Status >= 500)
                Assert.Fail($"{path} answers {answer.Status}");
            foreach (var link in Check(path, answer).Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)))
            {
                if (seen.Add(link.Split('#')[0]) && seen.Count < 400)
                    waiting.Enqueue(link.Split('#')[0]);
            }
            pages++;
        }
        Assert.InRange(pages, 40, 1000);
    }

    private static List<string> Check(string path, Answer answer)
    {
        switch (answer.MediaType)
        {
            case "text/html":
                Assert.Equal($"{path}: ", $"{path}: {string.Join(", ", Faults(answer.Page))}");
                return [.. answer.Page.QuerySelectorAll("a[href], link[rel=alternate]").Select(link => link.GetAttribute("href")!.Replace(Site.PublicUrl, "", StringComparison.Ordinal))];
            case "application/json" or "application/feed+json" or "application/problem+json":
                JsonDocument.Parse(answer.Text).Dispose();
                return [];
            case var type when type.EndsWith("xml", StringComparison.Ordinal):
                using (var reader = XmlReader.Create(new StringReader(answer.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }))
                    Assert.DoesNotContain("script", XDocument.Load(reader).Descendants().Select(element => element.Name.LocalName));
                return [];
            default:
                return [];
        }
    }

    private static List<string> Faults(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        var faults = new List<string>();
        foreach (var element in page.All)
        {
            if (element.LocalName is "iframe" or "object" or "embed" or "base" or "style" or "frame" or "applet")
                faults.Add(element.LocalName);
            if (element.LocalName == "script")
                faults.AddRange(ScriptFaults(element));
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "style" or "srcdoc")
                    faults.Add($"{element.LocalName} {attribute.Name}");
                if (attribute.Name is "href" or "src" or "action" or "formaction" or "data-embed" && attribute.Value.Trim().StartsWith("javascript", StringComparison.OrdinalIgnoreCase))
                    faults.Add(attribute.Value);
            }
            if (element is { LocalName: "img" } && element.GetAttribute("src") == "x")
                faults.Add("the picture of a text");
        }
        faults.AddRange(page.Descendants<IComment>().Select(comment => $"comment {comment.Data}"));
        return faults;
    }

    /// <summary>The site's own file, or data that is read by nobody but search engines.</summary>
    private static IEnumerable<string> ScriptFaults(IElement script)
    {
        if (script.GetAttribute("type") == "application/ld+json")
            JsonDocument.Parse(script.TextContent).Dispose();
        else if (script.GetAttribute("src")?.StartsWith("/dist/", StringComparison.Ordinal) != true || script.TextContent.Trim().Length > 0)
            yield return script.OuterHtml;
    }

    private async Task FillAsync()
    {
        var body = BlockDocument.Of(
        [
            Block.Paragraph(Hostile),
            Block.Of("paragraph", Block.TextOf(Hostile, Mark.Link("https://example.org/?\"><script>alert(1)</script>"))),
            Block.Of("heading", Block.TextOf(Hostile)).With("level", 2L),
            Block.Of("blockquote", Block.Paragraph(Hostile)).With("attribution", Hostile),
            new Block("picture").With("media", 1L).With("alt", Hostile).With("caption", Hostile).With("credit", Hostile),
            new Block("embed").With("url", "https://www.youtube.com/watch?v=dQw4w9WgXcQ\"onload=\"alert(1)").With("caption", Hostile),
            Block.Of("table", Block.Of("tableRow", Block.Of("tableCell", Block.Paragraph(Hostile)))).With("caption", Hostile),
            Block.Of("codeBlock", Block.TextOf(Hostile)),
        ]);
        foreach (var language in Language.All)
        {
            await Paper.AddAsync(Enumerable.Range(1, 4).Select(number => new Piece($"{Hostile} {number}")
            {
                Language = language,
                Standfirst = Hostile,
                Body = body,
                Tags = ["trams"],
                Authors = ["an"],
                TranslationGroup = number,
            }), Cancel);
            await Paper.AddAsync(new Job($"{Hostile} {language.Code}")
            {
                Language = language,
                Category = "care",
                Town = Hostile,
                Description = body,
                TopUntil = Clock.Now.AddDays(1),
                ClosesAt = Clock.Now.AddDays(2),
            }, Cancel);
        }
        var db = Paper.New<NewsDb>();
        db.Set<Section>().Single().Name = HostileText;
        db.Set<Section>().Single().Description = HostileText;
        db.Set<Section>().Single().Colour = "red}*{";
        db.Set<Tag>().Single().Name = HostileText;
        db.Set<Author>().Single().Name = Hostile;
        db.Set<Author>().Single().Biography = HostileText;
        db.Set<Author>().Single().Role = HostileText;
        db.Set<Employer>().Single().Name = Hostile;
        db.Set<Employer>().Single().About = Hostile;
        db.Set<Employer>().Single().Website = "javascript:alert(1)";
        db.Set<NewsSite.Jobs.Categories.Category>().Single().Name = HostileText;
        db.AddRange(Language.All.Select(language => new StaticPage { Slug = "about", Language = language.Code, Title = Hostile, Body = body, ModifiedAt = Clock.Now }));
        db.Add(new MediaItem { FileName = Hostile, Alt = HostileText, Caption = HostileText, Credit = Hostile, CreatedAt = Clock.Now, Renditions = [new Rendition("0123456789abcdef0123456789abcdef.webp", 800, 600)] });
        await db.SaveAsync(Cancel);
    }

    public sealed class OnSqlite() : HostileContentTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : HostileContentTests(DatabaseEngine.Postgres);
}
