using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Security;

/// <summary>Forwarded headers count only from the networks that Site:TrustedProxies names; by default from nobody.</summary>
public static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var networks = app.Services.GetRequiredService<IOptions<SiteSettings>>().Value.ProxyNetworks();
        if (networks.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
