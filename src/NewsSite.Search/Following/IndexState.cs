namespace NewsSite.Search.Following;

/// <summary>How far this node's index is; for pages, which say so, and for who watches the site.</summary>
public sealed record IndexState
{
    internal static readonly IndexState Starting = new();

    /// <summary>Everything that readers may see was in it at least once since the start; from then on it follows.</summary>
    public bool IsReady { get; init; }

    /// <summary>How many documents were read so far, while all are read.</summary>
    public int Read { get; init; }

    /// <summary>How many there are to be read; 0: none are being read.</summary>
    public int ToRead { get; init; }

    /// <summary>When the index last held all that was committed; null: never yet.</summary>
    public DateTimeOffset? CurrentAt { get; init; }

    public bool IsReadingAll => ToRead > 0;

    /// <summary>0 to 100.</summary>
    public int Percent => ToRead == 0 ? (IsReady ? 100 : 0) : (int)Math.Min(100, 100L * Read / ToRead);
}
