using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web;

/// <summary>
/// Everything is closed unless it says that it is public. This is the list of what does; a new one fails here until somebody
/// has thought about it and written it down.
/// </summary>
public sealed class OpenRoutesTests() : SiteTest(DatabaseEngine.Sqlite)
{
    private static readonly string[] Open =
    [
        "DELETE,GET,HEAD,POST,PUT /status/{code:int}",
        "GET,HEAD,POST /account/forgotten",
        "GET,HEAD,POST /account/invitation/{secret:length(43)}",
        "GET,HEAD,POST /account/link/{secret:length(43)?}",
        "GET,HEAD,POST /account/new-password/{secret:length(43)}",
        "GET,HEAD,POST /account/sign-in",
        "GET,HEAD,POST /alerts/confirm/{token}",
        "GET,HEAD,POST /alerts/mine/{token}",
        "GET,HEAD,POST /alerts/new",
        "GET,HEAD,POST /alerts/stop/{token}",
        "GET,HEAD /",
        "GET,HEAD /alerts",
        "GET,HEAD /api/v1/articles",
        "GET,HEAD /api/v1/articles/{id:long}",
        "GET,HEAD /api/v1/jobs",
        "GET,HEAD /api/v1/jobs/{id:long}",
        "GET,HEAD /openapi/{documentName}.json",
        "GET,HEAD /atom.xml",
        "GET,HEAD /authors/{slug}",
        "GET,HEAD /authors/{slug}/atom.xml",
        "GET,HEAD /authors/{slug}/feed.json",
        "GET,HEAD /authors/{slug}/feed.xml",
        "GET,HEAD /downloads/{id:long}/{name?}",
        "GET,HEAD /employers/{slug}",
        "GET,HEAD /employers/{slug}/atom.xml",
        "GET,HEAD /employers/{slug}/feed.json",
        "GET,HEAD /employers/{slug}/feed.xml",
        "GET,HEAD /feed.json",
        "GET,HEAD /feed.xml",
        "GET,HEAD /headlines",
        "GET,HEAD /health/live",
        "GET,HEAD /health/ready",
        "GET,HEAD /jobs",
        "GET,HEAD /jobs/atom.xml",
        "GET,HEAD /jobs/feed.json",
        "GET,HEAD /jobs/feed.xml",
        "GET,HEAD /jobs/indeed.xml",
        "GET,HEAD,POST /jobs/join/{secret:length(43)}",
        "GET,HEAD /jobs/post/preview",
        "GET,HEAD,POST /jobs/post",
        "GET,HEAD,POST /jobs/post/company",
        "GET,HEAD,POST /jobs/post/confirm/{secret:length(43)}",
        "GET,HEAD /jobs/top",
        "GET,HEAD /jobs/{id:long}/out",
        "GET,HEAD /jobs/{id:long}/{slug?}",
        "GET,HEAD /jobs/saved",
        "GET,HEAD /jobs/saved/list",
        "GET,HEAD,POST /jobs/applications/{token:length(43)}",
        "GET,HEAD,POST /jobs/{id:long}/apply",
        "GET,HEAD,POST /jobs/{id:long}/report",
        "GET,HEAD /latest",
        "GET,HEAD /manifest.webmanifest",
        "GET,HEAD /media/{name}",
        "GET,HEAD /news/{section}",
        "GET,HEAD /news/{section}/atom.xml",
        "GET,HEAD /news/{section}/feed.json",
        "GET,HEAD /news/{section}/feed.xml",
        "GET,HEAD /news/{section}/{id:long}/{slug?}",
        "GET,HEAD /pages/{slug}",
        "GET,HEAD /preview/{secret:length(43)}",
        "GET,HEAD /robots.txt",
        "GET,HEAD /search",
        "GET,HEAD /sections.css",
        "GET,HEAD /sitemap-news.xml",
        "GET,HEAD /sitemap-{kind}-{number:long}.xml",
        "GET,HEAD /sitemap.xml",
        "GET,HEAD /tags/{slug}",
        "GET,HEAD /tags/{slug}/atom.xml",
        "GET,HEAD /tags/{slug}/feed.json",
        "GET,HEAD /tags/{slug}/feed.xml",
        "GET,HEAD /{**path}",
        "GET,HEAD /search/suggestions",
        "POST /search/opened",
        "POST /seen",
    ];

    [Fact]
    public void Only_these_routes_are_open()
    {
        var open = Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => $"{Methods(endpoint)} /{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Distinct().Order(StringComparer.Ordinal).ToList();

        var findings = open.Except(Open).Select(route => $"open and not listed here: {route}").Concat(Open.Except(open).Select(route => $"listed here and not open: {route}")).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Whatever_is_not_open_shows_strangers_the_way_in()
    {
        foreach (var endpoint in Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.RoutePattern.Parameters.Count > 0)
                continue;
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
            var method = methods.Count == 0 || methods.Contains("GET") ? HttpMethod.Get : new HttpMethod(methods[0]);
            Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", (await Site.SendAsync(method, path)).Location);
        }
    }

    private static string Methods(RouteEndpoint endpoint) =>
        string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Order(StringComparer.Ordinal) ?? Enumerable.Repeat("any", 1));
}
