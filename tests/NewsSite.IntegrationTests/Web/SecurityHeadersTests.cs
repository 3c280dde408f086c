using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web;

public sealed class SecurityHeadersTests() : SiteTest(DatabaseEngine.Sqlite)
{
    [Fact]
    public async Task Every_answer_carries_them_pages_files_redirects_and_errors_alike()
    {
        var id = await Paper.AddAsync(new Piece("Trams"), Cancel);
        foreach (var path in new[]
        {
            "/", "/nl", $"/news/city/{id}/trams", $"/news/city/{id}/old", "/nothing", "/news/nothing", "/media/none", "/sections.css", "/img/favicon.svg", "/health/live", "/search?q=x",
            "/feed.xml", "/robots.txt", "/sitemap.xml", "/api/v1/articles", "/api/v1/none",
        })
        {
            var answer = await Site.GetAsync(path);

            var missing = Expected.Where(header => answer[header.Name] is not { } value || !value.Contains(header.Value, StringComparison.Ordinal));
            Assert.True(!missing.Any(), $"{path} ({answer.Status}) lacks {string.Join(", ", missing)}");
            Assert.Null(answer["Server"]);
            Assert.Null(answer["X-Powered-By"]);
        }
    }

    [Fact]
    public async Task The_policy_lets_nothing_in_from_outside_and_nothing_inline()
    {
        var policy = (await Site.ReadAsync("/"))["Content-Security-Policy"]!;
        var directives = policy.Split(';', StringSplitOptions.TrimEntries).Select(directive => directive.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "");

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain('*', policy);
        Assert.Equal("'none'", directives["default-src"]);
        Assert.Equal("'self'", directives["script-src"]);
        Assert.Equal("'self'", directives["style-src"]);
        Assert.Equal("'none'", directives["base-uri"]);
        Assert.Equal("'none'", directives["frame-ancestors"]);
        Assert.Equal("'self'", directives["form-action"]);
        Assert.All(directives["frame-src"].Split(' '), source => Assert.StartsWith("https://", source, StringComparison.Ordinal));
    }

    private static readonly (string Name, string Value)[] Expected =
    [
        ("Content-Security-Policy", "default-src 'none'"),
        ("Strict-Transport-Security", "max-age="),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=()"),
        ("X-Frame-Options", "DENY"),
    ];
}
