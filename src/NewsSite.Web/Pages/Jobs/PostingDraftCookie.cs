using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>
/// The one cookie that somebody without an account gets, and only when they send the form: 256 random bits that name the draft on the server,
/// which knows no more of them than a hash. It says nothing of who they are, goes to the pages of the form in each language and to no other, and
/// ends with the draft.
/// </summary>
public sealed class PostingDraftCookie(SessionCookie cookies)
{
    private const string Name = "posting-draft";
    private const string Path = "/jobs/post";

    internal static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and < 100 } secret ? secret : null;

    internal void Write(HttpContext context, string secret)
    {
        foreach (var options in Options(context, PostingDraft.Kept))
            context.Response.Cookies.Append(Name, secret, options);
    }

    internal void Remove(HttpContext context)
    {
        foreach (var options in Options(context, null))
            context.Response.Cookies.Delete(Name, options);
    }

    private IEnumerable<CookieOptions> Options(HttpContext context, TimeSpan? kept) => Language.All.Select(language =>
    {
        var options = cookies.Options(context, kept);
        options.Path = language.Prefix + Path;
        return options;
    });
}
