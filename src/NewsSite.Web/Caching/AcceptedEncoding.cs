using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

/// <summary>
/// Cuts Accept-Encoding down to br, gzip or nothing. Clients write it in many ways; each would be kept as a page of its own,
/// and the output cache would hand a compressed page to a client that asked for none.
/// </summary>
internal static class AcceptedEncoding
{
    public static Task Normalise(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        headers.AcceptEncoding = Best(headers.AcceptEncoding.ToString());
        return next(context);
    }

    private static string Best(string accepted)
    {
        // What browsers send, without parsing.
        if (accepted.Length == 0 || accepted is "br" or "gzip")
            return accepted;
        if (!StringWithQualityHeaderValue.TryParseList([accepted], out var values))
            return "";
        return Accepts(values, "br") ? "br" : Accepts(values, "gzip") ? "gzip" : "";
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> values, string encoding)
    {
        var named = values.FirstOrDefault(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
        return named is not null && named.Quality != 0;
    }
}
