namespace NewsSite.Transfer.Sample;

/// <summary>The ids of what sample articles are filed under and illustrated with. The first of each list occur most often.</summary>
internal sealed record SampleShelf
{
    public required IReadOnlyList<long> Sections { get; init; }
    public required IReadOnlyList<long> Tags { get; init; }
    public required IReadOnlyList<long> Authors { get; init; }

    /// <summary>May be empty: then nothing is illustrated.</summary>
    public required IReadOnlyList<long> Pictures { get; init; }
}
