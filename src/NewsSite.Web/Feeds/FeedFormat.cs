namespace NewsSite.Web.Feeds;

/// <summary>One of the formats in which every feed is offered.</summary>
public sealed record FeedFormat
{
    public static readonly FeedFormat Rss = new() { File = "feed.xml", ContentType = "application/rss+xml", Write = RssWriter.Write };
    public static readonly FeedFormat Atom = new() { File = "atom.xml", ContentType = "application/atom+xml", Write = AtomWriter.Write };
    public static readonly FeedFormat Json = new() { File = "feed.json", ContentType = "application/feed+json", Write = JsonFeedWriter.Write };

    public static readonly IReadOnlyList<FeedFormat> All = [Rss, Atom, Json];

    private FeedFormat()
    {
    }

    public required string File { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Writes a feed whose own address is the text.</summary>
    public required Action<Stream, Feed, string> Write { get; init; }
}
