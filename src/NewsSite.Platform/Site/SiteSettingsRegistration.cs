using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsSite.Platform.Site;

internal static class SiteSettingsRegistration
{
    public static void AddSiteSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteSettings>()
            .Bind(configuration.GetSection("Site"))
            .ValidateDataAnnotations()
            .Validate(site => IsOrigin(site.PublicUrl), "Site:PublicUrl must be an http or https address without a path, such as https://news.example")
            .Validate(site => TimeZoneInfo.TryFindSystemTimeZoneById(site.TimeZone, out _), "Site:TimeZone must be an IANA time zone, such as Europe/Brussels")
            .Validate(site => site.HasSoundProxies(), "Site:TrustedProxies must be networks such as 10.0.0.0/8, separated by commas")
            .ValidateOnStart();
        services.AddSingleton<PaperClock>();
        services.AddScoped<FindSiteFace>(provider => () => ValueTask.FromResult(new SiteFace(provider.GetRequiredService<IOptions<SiteSettings>>().Value.Name)));
    }

    private static bool IsOrigin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}
