namespace NewsSite.Web.Caching;

/// <summary>Answers that are for one person, now.</summary>
public static class KeptNowhere
{
    /// <summary>Neither the browser nor anything between keeps the answer.</summary>
    public static void KeepNowhere(this HttpResponse response) => response.Headers.CacheControl = "no-cache, no-store";
}
