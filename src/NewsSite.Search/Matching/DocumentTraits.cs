namespace NewsSite.Search.Matching;

/// <summary>What searches ask of a document beside its words, facets and places.</summary>
internal readonly record struct DocumentTraits
{
    /// <summary>Gross, in cents a year; null: it does not say.</summary>
    public long? Pay { get; init; }

    public bool IsEverywhere { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>When it is matched.</summary>
    public DateTimeOffset Now { get; init; }
}
