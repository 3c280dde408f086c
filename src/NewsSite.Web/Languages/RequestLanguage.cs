using System.Globalization;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Languages;

/// <summary>
/// The language of a request comes from the first segment of its path ("/nl", "/fr", none for English). It is taken off before
/// routing, so every page has one route; addresses that pages write carry it again (see <see cref="Addresses"/>).
/// </summary>
public static class RequestLanguage
{
    private sealed record Feature(Language Language, PathString OriginalPath);

    public static Language Language(this HttpContext context) =>
        context.Features.Get<Feature>()?.Language ?? NewsSite.Platform.Languages.Language.Default;

    /// <summary>The path as the reader asked for it, with its language.</summary>
    public static PathString OriginalPath(this HttpContext context) =>
        context.Features.Get<Feature>()?.OriginalPath ?? context.Request.Path;

    public static void UseLanguagePrefix(this WebApplication app) => app.Use(async (context, next) =>
    {
        // A request that comes by again, on its way to an error page, stays in its language.
        if (context.Features.Get<Feature>() is not { Language: var language })
        {
            (language, var rest) = Split(context.Request.Path);
            context.Features.Set(new Feature(language, context.Request.Path));
            if (language != NewsSite.Platform.Languages.Language.Default)
                context.Request.Path = rest;
        }
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    });

    private static (Language Language, PathString Path) Split(PathString path)
    {
        foreach (var language in NewsSite.Platform.Languages.Language.All)
        {
            if (language.Prefix.Length > 0 && path.StartsWithSegments(language.Prefix, StringComparison.Ordinal, out var rest))
                return (language, rest.HasValue ? rest : new PathString("/"));
        }
        return (NewsSite.Platform.Languages.Language.Default, path);
    }
}
