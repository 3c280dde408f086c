using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web;

/// <summary>What browsers, caches and search engines rely on. The database does not matter here.</summary>
public sealed class HttpTests() : SiteTest(DatabaseEngine.Sqlite)
{
    private long _id;

    private string[] Kept => ["/", "/nl", $"/news/city/{_id}/trams", "/news/city", "/latest", "/tags/trams", "/authors/an", "/jobs", "/jobs/1/driver", "/sections.css"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _id = await Paper.AddAsync(new Piece("Trams") { Tags = ["trams"], Authors = ["an"] }, Cancel);
        await Paper.AddAsync(new Job("Driver"), Cancel);
    }

    [Fact]
    public async Task A_page_that_the_client_has_is_not_sent_again()
    {
        foreach (var path in Kept)
        {
            var first = await Site.ReadAsync(path);
            var tag = first["ETag"];
            Assert.True(tag is not null, $"{path} has no ETag");

            foreach (var known in new[] { tag, $"\"other\", {tag}", "*", tag.Replace("W/", "", StringComparison.Ordinal) })
            {
                var again = await Site.GetAsync(path, ("If-None-Match", known));
                Assert.Equal((304, 0, tag), (again.Status, again.Content.Count, again["ETag"]));
            }
            Assert.Equal(200, (await Site.GetAsync(path, ("If-None-Match", "\"other\""))).Status);
        }
    }

    [Fact]
    public async Task A_page_is_not_sent_again_until_anything_changes()
    {
        foreach (var path in new[] { $"/news/city/{_id}/trams", "/", "/api/v1/articles", "/jobs/indeed.xml" })
        {
            var modified = (await Site.ReadAsync(path))["Last-Modified"];

            Assert.Equal(Date(Clock.Now), modified);
            Assert.Equal(304, (await Site.GetAsync(path, ("If-Modified-Since", modified!))).Status);
            Assert.Equal(200, (await Site.GetAsync(path, ("If-Modified-Since", Date(Clock.Now.AddHours(-1))))).Status);
            // Where both are given, the tag counts.
            Assert.Equal(200, (await Site.GetAsync(path, ("If-Modified-Since", modified!), ("If-None-Match", "\"other\""))).Status);
        }
    }

    /// <summary>What is taken back makes nothing on the page newer: the times of what still stands there must not decide.</summary>
    [Fact]
    public async Task A_page_from_which_something_was_taken_back_is_sent_again()
    {
        var path = $"/news/city/{_id}/trams";
        var other = await Paper.AddAsync(new Piece("Buses"), Cancel);
        await Site.FollowAsync();
        var fetched = (Date(Clock.Now), (await Site.ReadAsync(path))["Last-Modified"]!, (await Site.ReadAsync("/feed.xml"))["Last-Modified"]!);

        await Site.PassAsync(TimeSpan.FromSeconds(90));
        await Paper.UnpublishAsync(other, Cancel);
        await Site.FollowAsync();

        foreach (var since in new[] { fetched.Item1, fetched.Item2, fetched.Item3, Date(Clock.Now.AddSeconds(-1)) })
        {
            Assert.DoesNotContain("Buses", (await Site.GetAsync(path, ("If-Modified-Since", since))).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Buses", (await Site.GetAsync("/feed.xml", ("If-Modified-Since", since))).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Pages leave through memory that is used again: nothing of a longer page may follow a shorter one.</summary>
    [Fact]
    public async Task A_short_page_after_a_long_one_is_only_itself()
    {
        await using var site = new Site(Paper, ("Site:PageCache", "false"));
        foreach (var path in new[] { "/", "/sections.css", "/jobs/top", "/", "/headlines" })
            Assert.Equal((await Site.ReadAsync(path)).Text, (await site.ReadAsync(path)).Text);
    }

    [Fact]
    public async Task Without_the_page_cache_a_page_is_made_for_each_request_and_is_the_same()
    {
        var path = $"/news/city/{_id}/trams";
        await using var site = new Site(Paper, ("Site:PageCache", "false"));
        var kept = await Site.ReadAsync(path);
        var made = await site.ReadAsync(path);

        Assert.Equal((kept.Text, kept["ETag"], kept["Last-Modified"]), (made.Text, made["ETag"], made["Last-Modified"]));
        Assert.NotNull((await Site.ReadAsync(path))["Age"]);
        Assert.Null((await site.ReadAsync(path))["Age"]);
        Assert.Equal(304, (await site.GetAsync(path, ("If-None-Match", made["ETag"]!))).Status);
    }

    [Fact]
    public async Task A_changed_page_gets_a_new_tag()
    {
        var before = (await Site.ReadAsync("/"))["ETag"];
        await Paper.AddAsync(new Piece("Buses"), Cancel);
        await Site.FollowAsync();

        Assert.Equal(200, (await Site.GetAsync("/", ("If-None-Match", before!))).Status);
    }

    /// <summary>That nothing but the headers is sent is the server's part, which this test runs without.</summary>
    [Fact]
    public async Task Head_answers_as_get()
    {
        foreach (var path in Kept.Concat(["/search?q=trams", "/nothing", $"/nl/news/city/{_id}/trams", "/health/live", "/health/ready", "/robots.txt", "/jobs/top"]))
        {
            var get = await Site.GetAsync(path);
            var head = await Site.SendAsync(HttpMethod.Head, path);

            Assert.True(get.Status == head.Status, $"{path}: GET answers {get.Status}, HEAD {head.Status}");
            Assert.Equal((get["ETag"], get["Last-Modified"], get["Content-Type"], get.Location), (head["ETag"], head["Last-Modified"], head["Content-Type"], head.Location));
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("", null)]
    [InlineData("nonsense;;;q=x", null)]
    public async Task Each_client_gets_the_encoding_that_it_asked_for(string accepted, string? encoding)
    {
        // Kept in every encoding first: none may be handed to a client that asked for another.
        foreach (var other in new[] { "br", "gzip", "" })
            await Site.GetAsync("/", ("Accept-Encoding", other));

        var answer = await Site.GetAsync("/", ("Accept-Encoding", accepted));

        Assert.Equal(encoding, answer["Content-Encoding"]);
        Assert.Contains("Trams", Decoded(answer), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer["Vary"] ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Readers_get_no_cookie()
    {
        foreach (var path in Kept.Concat(["/search?q=x", "/nothing", "/jobs/post"]))
            Assert.Null((await Site.GetAsync(path))["Set-Cookie"]);
    }

    [Fact]
    public async Task Query_keys_that_a_page_does_not_read_change_nothing()
    {
        var plain = await Site.ReadAsync("/latest");
        foreach (var query in new[] { "?utm_source=x", "?fbclid=1&x=<script>", "?before=", "?before=nonsense", "?jobs=-1", "?jobs=1&jobs=2", "?jobs=99999999999999999999" })
            Assert.Equal(plain["ETag"], (await Site.ReadAsync("/latest" + query))["ETag"]);
    }

    [Fact]
    public async Task Addresses_come_from_the_settings_whatever_the_host_header_says()
    {
        var page = await Site.GetAsync($"/news/city/{_id}/trams", ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "http"), ("Forwarded", "host=evil.example"));

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("evil.example", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{Site.PublicUrl}/news/city/{_id}/trams", page.Canonical);
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_refused_with_those_that_it_knows()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Trace, HttpMethod.Options, new HttpMethod("PROPFIND"), new HttpMethod("PAGE") })
        {
            foreach (var path in new[] { "/", "/latest", "/nl/latest", "/latest?handler=HandlerExecution", $"/news/city/{_id}/trams", "/nothing", "/health/live", "/feed.xml", "/jobs/indeed.xml", "/robots.txt", "/api/v1/articles", "/api/v1/nothing" })
            {
                var answer = await Site.SendAsync(method, path);
                Assert.True(answer.Status == 405 && answer["Allow"] == "GET, HEAD", $"{method} {path} answers {answer.Status}, Allow: {answer["Allow"]}");
            }
        }
    }

    [Fact]
    public async Task The_program_says_that_it_lives_and_is_ready()
    {
        Assert.Equal("live", (await Site.ReadAsync("/health/live")).Text);
        await Site.FollowAsync();
        Assert.Equal("ready", (await Site.ReadAsync("/health/ready")).Text);
    }

    private static string Date(DateTimeOffset at) => at.ToString("R", CultureInfo.InvariantCulture);

    private static string Decoded(Answer answer)
    {
        using var content = new MemoryStream([.. answer.Content]);
        using Stream stream = answer["Content-Encoding"] switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
