using NewsSite.Platform.Languages;

namespace NewsSite.Web.Feeds;

/// <summary>A feed in no format yet. All addresses are absolute.</summary>
public sealed record Feed
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Language Language { get; init; }
    public required string SiteName { get; init; }

    /// <summary>The origin of the site, for its icons.</summary>
    public required string Origin { get; init; }

    /// <summary>Null: the site has none beside its icons.</summary>
    public FeedPicture? Logo { get; init; }

    /// <summary>The page that shows the same list.</summary>
    public required string Home { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>When the list or something in it last changed, never the time of asking; null while it is empty.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }
}

public sealed record FeedItem
{
    /// <summary>The same for ever, whatever becomes of title, section, address or host; see <see cref="LastingId"/>.</summary>
    public required string Id { get; init; }
    public required string Address { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>HTML with absolute addresses.</summary>
    public required string Content { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public required IReadOnlyList<FeedAuthor> Authors { get; init; }

    /// <summary>Each once.</summary>
    public required IReadOnlyList<string> Categories { get; init; }
    public FeedPicture? Picture { get; init; }
}

public sealed record FeedAuthor(string Name, string Address);

public sealed record FeedPicture
{
    public required string Address { get; init; }

    /// <summary>Media type.</summary>
    public required string Type { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Description { get; init; }
    public required string Credit { get; init; }
}
