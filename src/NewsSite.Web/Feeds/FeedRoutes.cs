namespace NewsSite.Web.Feeds;

/// <summary>What machines read: feeds, sitemaps, robots.txt.</summary>
public static class FeedRoutes
{
    public static void MapFeeds(this WebApplication app)
    {
    }
}
