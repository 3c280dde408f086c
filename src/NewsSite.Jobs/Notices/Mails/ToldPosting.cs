namespace NewsSite.Jobs.Notices.Mails;

/// <summary>What these mails say of a posting.</summary>
public sealed record ToldPosting
{
    public required string Site { get; init; }
    public required string Title { get; init; }

    /// <summary>On which it closes or closed.</summary>
    public required DateOnly Day { get; init; }
    public required string Link { get; init; }
}
