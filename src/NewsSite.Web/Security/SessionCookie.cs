using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Security;

/// <summary>
/// The cookies of people who sign in. Behind https they carry the __Host- prefix: no other host of the domain can plant them.
/// The prefix demands the path "/"; readers get no cookie, and cached pages read none. On http://localhost browsers take
/// Secure cookies but not the prefix. A site that is public over plain http (a trial in an office) gets neither.
/// </summary>
public sealed class SessionCookie(IOptions<SiteSettings> settings)
{
    /// <summary>How long the browser keeps it; when the session ends, the database says.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly Uri _site = new(settings.Value.PublicUrl);

    private bool HasPrefix => _site.Scheme == Uri.UriSchemeHttps;

    /// <summary>By the site's address, not the request's: a proxy may speak http to us and https to the browser.</summary>
    private bool IsSecure => HasPrefix || _site.IsLoopback;

    private string Name => NameOf("session");

    internal string NameOf(string cookie) => HasPrefix ? "__Host-" + cookie : cookie;

    internal string? Read(HttpRequest request) => request.Cookies[Name];

    internal void Write(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, Options(context, Kept));

    internal void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    internal CookieOptions Options(HttpContext context, TimeSpan? kept) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = IsSecure || context.Request.IsHttps,
        MaxAge = kept,
        IsEssential = true,
    };

    /// <summary>A cookie that only our own forms bring, by the same rules; the framework's own policy "always" refuses plain requests from a proxy.</summary>
    internal CookieBuilder ForForms(string name) => new FormCookie(this) { Name = NameOf(name), Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };

    private sealed class FormCookie(SessionCookie cookies) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = cookies.IsSecure || context.Request.IsHttps;
            return options;
        }
    }
}
