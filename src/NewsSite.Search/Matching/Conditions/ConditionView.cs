using System.Collections.Concurrent;
using NewsSite.Search.Documents;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>The conditions as they were at some time; the table goes on growing behind it.</summary>
internal sealed class ConditionView
{
    public required ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Stems { get; init; }

    public required ConcurrentDictionary<Facet, int> Facets { get; init; }

    public required int TermCount { get; init; }

    public required int ConditionCount { get; init; }

    public required bool HasPhrases { get; init; }

    /// <summary>By term: a condition, and in the lowest bits the fields in which the term makes it hold.</summary>
    public required int[]?[] Triggers { get; init; }

    /// <summary>By condition: those to be looked at when it holds.</summary>
    public required int[]?[] Parents { get; init; }

    /// <summary>By condition; null: a condition of terms.</summary>
    public required Composite?[] Composites { get; init; }

    public required ReachCondition[] Reaches { get; init; }

    public required int ReachCount { get; init; }
}
