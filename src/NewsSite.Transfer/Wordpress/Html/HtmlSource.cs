using NewsSite.Transfer.Wordpress.Media;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>A text as WordPress keeps it, with what must be known to turn it into blocks.</summary>
internal sealed record HtmlSource
{
    public required string Html { get; init; }

    /// <summary>The id of the post that it belongs to: a gallery without a list shows that post's pictures.</summary>
    public long PostId { get; init; }

    /// <summary>The address where it stood.</summary>
    public Uri? Address { get; init; }
    public required OldLinks Links { get; init; }

    /// <summary>Empty where pictures may not stand: then each becomes a link.</summary>
    public required Attachments Attachments { get; init; }
}
