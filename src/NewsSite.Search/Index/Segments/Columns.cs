using NewsSite.Search.Documents;

namespace NewsSite.Search.Index.Segments;

/// <summary>What a segment knows of its documents beside their words, document by document.</summary>
internal sealed record Columns
{
    /// <summary>No time, no pay.</summary>
    public const long Never = long.MaxValue;
    public const long None = -1;

    /// <summary>The kinds that occur.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>The number of each document's kind.</summary>
    public required byte[] Kind { get; init; }

    public required long[] Id { get; init; }

    /// <summary>Its place among <see cref="Platform.Languages.Language.All"/>.</summary>
    public required byte[] Language { get; init; }

    /// <summary>When it was published; this and the other times in microseconds since 1970.</summary>
    public required Column At { get; init; }

    /// <summary><see cref="Never"/>: it stays.</summary>
    public required Column Until { get; init; }

    /// <summary><see cref="None"/>: it is not lifted.</summary>
    public required Column LiftedUntil { get; init; }

    /// <summary><see cref="None"/>: it does not say.</summary>
    public required Column Pay { get; init; }

    public required DocumentTraits[] Traits { get; init; }

    /// <summary>For each field the length of each document's, as <see cref="FieldLength"/> has it.</summary>
    public required byte[][] Lengths { get; init; }

    /// <summary>Numbers of <see cref="FacetTable"/>.</summary>
    public required Lists Facets { get; init; }

    /// <summary>Numbers of <see cref="Points"/>.</summary>
    public required Lists Places { get; init; }

    /// <summary>The different places that occur: towns mostly, so distances are reckoned once for each.</summary>
    public required GeoPoint[] Points { get; init; }

    public int Count => Id.Length;

    public DocumentKey KeyOf(int document) => new(Kinds[Kind[document]], Id[document]);
}

/// <summary>A number for each document; one for all where they are all the same, as most are without an end.</summary>
/// <param name="Numbers">Empty if all are the same.</param>
internal sealed record Column(long[] Numbers, long All)
{
    public static Column Of(IReadOnlyCollection<long> numbers)
    {
        var first = numbers.FirstOrDefault();
        return numbers.All(number => number == first) ? new Column([], first) : new Column([.. numbers], 0);
    }

    public long this[int document] => Numbers.Length == 0 ? All : Numbers[document];
}

/// <summary>What holds or does not for a document.</summary>
[Flags]
internal enum DocumentTraits : byte
{
    None = 0,
    Ages = 1,
    IsEverywhere = 2,
}

/// <summary>A list of numbers for each document, all in one array.</summary>
internal sealed record Lists(int[] Starts, int[] Numbers)
{
    public ReadOnlySpan<int> this[int document] => Numbers.AsSpan(Starts[document], Starts[document + 1] - Starts[document]);
}
