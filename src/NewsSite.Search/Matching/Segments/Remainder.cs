using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching.Segments;

/// <summary>What few searches ask for: it is checked by reading the query, when all else holds.</summary>
internal sealed record Remainder
{
    /// <summary>Of a shape that conditions do not have; it never comes from what people type.</summary>
    public Clause? Words { get; init; }

    /// <summary>Not older than so many days when it is matched.</summary>
    public int? Days { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Before { get; init; }

    /// <summary>More than fits a record.</summary>
    public long? LeastPay { get; init; }
}
