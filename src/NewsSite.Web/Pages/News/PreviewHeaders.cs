namespace NewsSite.Web.Pages.News;

/// <summary>What every preview answers: nobody keeps it, nobody lists it, and its address is told to nobody.</summary>
public static class PreviewHeaders
{
    public static void Write(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
