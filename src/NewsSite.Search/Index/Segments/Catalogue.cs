using NewsSite.Search.Index.Postings;

namespace NewsSite.Search.Index.Segments;

/// <summary>All that can be found at one moment. Never changed: a reader takes the current one and keeps it to the end of its search.</summary>
internal sealed record Catalogue
{
    public static readonly Catalogue Empty = new() { Segments = [], Facets = new FacetTable().Values, LastChange = 0 };

    public required IReadOnlyList<LiveSegment> Segments
    {
        get;
        init
        {
            field = value;
            Count = value.Sum(segment => segment.Count);
            AllDocuments = value.Sum(segment => segment.Segment.Count);
            AverageLengths = new float[Occurrences.FieldCount];
            for (var number = 0; number < AverageLengths.Length; number++)
                AverageLengths[number] = AllDocuments == 0 ? 0 : (float)value.Sum(segment => segment.Segment.FieldLengths[number]) / AllDocuments;
        }
    }

    public required FacetValues Facets { get; init; }

    /// <summary>The last change of the change log that it holds.</summary>
    public required long LastChange { get; init; }

    /// <summary>Documents that are not deleted.</summary>
    public int Count { get; private init; }

    /// <summary>Deleted documents included, as frequencies of words are counted.</summary>
    public int AllDocuments { get; private init; }

    public float[] AverageLengths { get; private init; } = [];
}
