using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Web.Security;

/// <summary>The headers that every answer carries.</summary>
public static class SecurityHeaders
{
    private static readonly string ContentSecurityPolicy = Policy(mayFrame: "", framedBy: "'none'");
    private static readonly string FramingPolicy = Policy(mayFrame: "'self' ", framedBy: "'none'");
    private static readonly string FramedPolicy = Policy(mayFrame: "", framedBy: "'self'");

    /// <summary>This answer shows another page of ours in a frame.</summary>
    public static void ShowsOwnFrame(this HttpResponse response) => response.Headers.ContentSecurityPolicy = FramingPolicy;

    /// <summary>This answer may be shown in a frame by a page of ours, and by nobody else's.</summary>
    public static void MayBeFramedByUs(this HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = FramedPolicy;
        response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    private static string Policy(string mayFrame, string framedBy) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-src " + mayFrame + string.Join(' ', EmbedProvider.FrameHosts.Select(host => "https://" + host)),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors " + framedBy);

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.XFrameOptions = "DENY";
            return next(context);
        });
    }
}
