using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Newsroom.Media;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Tests.Platform.Files.Pictures;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>What the editor's script and whoever speaks in its name may bring into the media library.</summary>
public abstract class MediaUploadTests(DatabaseEngine engine) : AccountTest(engine)
{
    /// <summary>What is brought, by name; each is refused with that status, and nothing is stored.</summary>
    public static TheoryData<string, int> Hostile => new()
    {
        { "a drawing with script", 422 },
        { "a web page called webp", 422 },
        { "a picture before an archive", 422 },
        { "an archive before a picture", 422 },
        { "an animation", 422 },
        { "a cut-off picture", 422 },
        { "a hundred megapixels in the file", 422 },
        { "a hundred megapixels announced", 422 },
        { "a path as name", 422 },
        { "a path as the name of a size", 422 },
        { "no name", 422 },
        { "no file", 422 },
        { "six files", 422 },
        { "another shape", 422 },
        { "another width", 422 },
        { "one good size and a bad one", 422 },
        { "a size of nine megabytes", 413 },
        { "a body of a hundred megabytes", 413 },
        { "an endless field", 413 },
        { "a body without an end", 400 },
        { "no form at all", 400 },
    };

    [Fact]
    public async Task A_picture_is_brought_found_and_shown()
    {
        var visitor = await OpenAsync(Role.Contributor);

        var answer = await visitor.SendAsync(HttpMethod.Post, "/newsroom/media", Form("Tram aan de kaai.jpg", 900, 600, Pictures.Sizes(900, 600)));

        Assert.Equal(201, answer.Status);
        using var json = JsonDocument.Parse(answer.Text);
        var item = json.RootElement;
        Assert.Equal(("Tram aan de kaai.jpg", 900, 600, 50), (item.GetProperty("name").GetString(), item.GetProperty("width").GetInt32(), item.GetProperty("height").GetInt32(), item.GetProperty("focus").GetProperty("x").GetInt32()));
        Assert.Equal($"/newsroom/media/{item.GetProperty("id")}", answer.Location);
        var file = await Site.GetAsync(item.GetProperty("src").GetString()!);
        Assert.Equal((200, "image/webp", "nosniff"), (file.Status, file.MediaType, file["X-Content-Type-Options"]));
        foreach (var question in new[] { "q=tram", "q=KAAI+tra", "q=", $"ids={item.GetProperty("id")}" })
            Assert.Equal(1, await FoundAsync(visitor, question));
        Assert.Equal(0, await FoundAsync(visitor, "q=trams"));
        Assert.Contains("Contributor: add picture Tram aan de kaai.jpg", await TrailAsync());
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task What_readers_must_not_learn_is_taken_out_whatever_the_browser_sent(string kind)
    {
        var visitor = await OpenAsync(Role.Editor);
        var secret = Encoding.ASCII.GetBytes(PictureSamples.Secret);
        byte[] sent = kind switch
        {
            "jpg" => [0xFF, 0xD8, .. PictureSamples.Segment(0xE1, [.. "Exif\0\0"u8, .. secret]), .. PictureSamples.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. secret]), .. PictureSamples.Clean(kind, 300, 200).AsSpan(2)],
            "png" => [.. PictureSamples.Clean(kind, 300, 200).AsSpan(0, 33), .. PictureSamples.PngChunk("iTXt", secret), .. PictureSamples.PngChunk("eXIf", secret), .. PictureSamples.PngChunk("zTXt", [.. "a\0\0"u8, .. PictureSamples.Packed(64 * 1024 * 1024)]), .. PictureSamples.Clean(kind, 300, 200).AsSpan(33)],
            _ => PictureSamples.Of(kind, 200, 300),
        };

        var answer = await visitor.SendAsync(HttpMethod.Post, "/newsroom/media", Form("tram", 300, 200, [sent], kind));

        Assert.Equal(201, answer.Status);
        var name = Assert.Single(Pictures.Files(Paper));
        var stored = await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(Paper.Folder, "media"), name, SearchOption.AllDirectories)[0], Cancel);
        Assert.Equal((-1, true), (stored.AsSpan().IndexOf(secret), stored.Length < 1000));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_no_picture_of_ours_is_refused_and_nothing_is_stored(string what, int status)
    {
        var visitor = await OpenAsync(Role.Editor);
        using var content = Make(what);

        var answer = await visitor.SendAsync(HttpMethod.Post, "/newsroom/media", content);

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.MediaType));
        using var problem = JsonDocument.Parse(answer.Text);
        Assert.True(problem.RootElement.GetProperty("detail").GetString() is { Length: > 20 } detail && !detail.StartsWith("MediaFault", StringComparison.Ordinal));
        Assert.Equal(0, await Paper.New<NewsDb>().Set<MediaItem>().CountAsync(Cancel));
        Assert.Empty(Pictures.Files(Paper));
        Assert.DoesNotContain(await TrailAsync(), line => line.Contains("picture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusals_come_in_the_language_of_the_interface()
    {
        var visitor = await OpenAsync(Role.Editor);
        using var content = Make("a drawing with script");
        var answer = await visitor.SendAsync(HttpMethod.Post, "/nl/newsroom/media", content);
        Assert.Contains("Bewaar de tekening als PNG of WebP", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_write_and_sends_the_token_brings_pictures()
    {
        var jobs = await OpenAsync(Role.JobsDesk);
        Assert.Equal(403, (await jobs.SendAsync(HttpMethod.Post, "/newsroom/media", Form("a", 300, 200, Pictures.Sizes(300, 200)))).Status);
        var stranger = new Visitor(Site);
        await stranger.OpenAsync("/account/sign-in");
        Assert.Equal(401, (await stranger.SendAsync(HttpMethod.Post, "/newsroom/media", Form("a", 300, 200, Pictures.Sizes(300, 200)))).Status);
        var forged = await OpenAsync(Role.Editor);
        await forged.OpenAsync("/latest");
        var answer = await forged.SendAsync(HttpMethod.Post, "/newsroom/media", Form("a", 300, 200, Pictures.Sizes(300, 200)));
        Assert.Equal(400, answer.Status);
        Assert.Contains("\"antiforgery\"", answer.Text, StringComparison.Ordinal);
        Assert.Empty(Pictures.Files(Paper));
    }

    [Fact]
    public async Task Pages_of_pictures_follow_each_other_and_words_come_in_the_language_that_is_asked_for()
    {
        for (var i = 0; i < 30; i++)
            await New<MediaDesk>().AddAsync(Pictures.Of($"tram {i}.jpg", 200 + i, 100), Cancel);
        var visitor = await OpenAsync(Role.Contributor);
        using var first = JsonDocument.Parse((await visitor.AskAsync(HttpMethod.Get, "/newsroom/media/search/nl?q=tram")).Text);
        using var second = JsonDocument.Parse((await visitor.AskAsync(HttpMethod.Get, first.RootElement.GetProperty("next").GetString()!)).Text);
        Assert.Equal((24, 6, JsonValueKind.Null), (first.RootElement.GetProperty("items").GetArrayLength(), second.RootElement.GetProperty("items").GetArrayLength(), second.RootElement.GetProperty("next").ValueKind));
        Assert.Equal(404, (await visitor.AskAsync(HttpMethod.Get, "/newsroom/media/search/de?q=tram")).Status);
        Assert.Equal(0, await FoundAsync(visitor, "ids=abc,-1,99999999999999999999"));
    }

    /// <summary>A page with a form is open, as it is where pictures are dropped.</summary>
    private async Task<Visitor> OpenAsync(Role role)
    {
        var visitor = await SignedInAsync(role);
        await visitor.OpenAsync("/account/sessions");
        return visitor;
    }

    private static async Task<int> FoundAsync(Visitor visitor, string question)
    {
        using var page = JsonDocument.Parse((await visitor.AskAsync(HttpMethod.Get, "/newsroom/media/search?" + question)).Text);
        return page.RootElement.GetProperty("items").GetArrayLength();
    }

    private static HttpContent Make(string what)
    {
        var good = Pictures.Sizes(300, 200);
        return what switch
        {
            "a drawing with script" => Form("a.svg", 300, 200, ["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()]),
            "a web page called webp" => Form("a.webp", 300, 200, ["<!doctype html><script>alert(1)</script>"u8.ToArray()]),
            "a picture before an archive" => Form("a", 300, 200, [(byte[])[.. PictureSamples.Clean("jpg", 300, 200), .. "PK\u0003\u0004"u8]], "jpg"),
            "an archive before a picture" => Form("a", 300, 200, [(byte[])[.. "PK\u0003\u0004"u8, .. PictureSamples.Clean("jpg", 300, 200)]], "jpg"),
            "an animation" => Form("a.gif", 300, 200, [PictureSamples.Of("gif", 300, 200)]),
            "a cut-off picture" => Form("a", 300, 200, [PictureSamples.Clean("png", 300, 200).AsMemory(0, 80)], "png"),
            "a hundred megapixels in the file" => Form("a", 300, 200, [PictureSamples.Of("png", 30_000, 20_000)], "png"),
            "a hundred megapixels announced" => Form("a", 30_000, 20_000, Pictures.Sizes(300, 200)),
            "a path as name" => Form("../../../etc/cron.d/tram", 300, 200, good),
            "a path as the name of a size" => Form("a", 300, 200, good, "webp/../../x"),
            "no name" => Form(null, 300, 200, good),
            "no file" => Form("a", 300, 200, []),
            "six files" => Form("a", 4000, 2000, [.. Pictures.Sizes(4000, 2000), .. good]),
            "another shape" => Form("a", 300, 300, good),
            "another width" => Form("a", 301, 200, good),
            "one good size and a bad one" => Form("a", 900, 600, [.. Pictures.Sizes(900, 600).Take(2), "<svg/>"u8.ToArray()]),
            "a size of nine megabytes" => Form("a", 300, 200, [new byte[9 * 1024 * 1024]]),
            "a body of a hundred megabytes" => Form("a", 300, 200, [new byte[100 * 1024 * 1024]]),
            "an endless field" => Form(new string('a', 100_000), 300, 200, good),
            "a body without an end" => new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } },
            "no form at all" => new StringContent("{}", Encoding.UTF8, "application/json"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }

    private static MultipartFormDataContent Form(string? name, int width, int height, IReadOnlyList<ReadOnlyMemory<byte>> sizes, string extension = "webp")
    {
        var form = new MultipartFormDataContent { { new StringContent($"{width}"), "width" }, { new StringContent($"{height}"), "height" } };
        if (name is not null)
            form.Add(new StringContent(name), "name");
        foreach (var size in sizes)
            form.Add(new ReadOnlyMemoryContent(size), "renditions", $"{width}x{height}.{extension}");
        return form;
    }

    public sealed class OnSqlite() : MediaUploadTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MediaUploadTests(DatabaseEngine.Postgres);
}
