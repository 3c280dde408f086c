namespace NewsSite.Search.Queries;

/// <summary>
/// What a document's words must be, with all analysis done: words are stems and exact forms as an index keeps them. A query is
/// resolved to clauses once; the index runs them, and SearchQuery.Matches checks them against one document.
/// </summary>
public abstract record Clause;

/// <summary>All of them hold.</summary>
public sealed record AllOf(IReadOnlyList<Clause> Clauses) : Clause;

/// <summary>At least one of them holds; the best counts for the rank, not their sum, if they are forms of one word (<see cref="IsOneWord"/>).</summary>
public sealed record AnyOf(IReadOnlyList<Clause> Clauses, bool IsOneWord) : Clause;

/// <summary>It does not hold. Stands in an <see cref="AllOf"/> beside something that is asked for, or alone: then everything else is found.</summary>
public sealed record NoneOf(Clause Clause) : Clause;

/// <summary>One of the word's stems (a stem for each language) stands in one of these fields.</summary>
public sealed record TermClause : Clause
{
    public required Fields In { get; init; }

    /// <summary>Without doubles.</summary>
    public required IReadOnlyList<string> Stems { get; init; }

    /// <summary>The folded word itself: where it stands so, the document ranks higher. Never decides whether it is found.</summary>
    public required string Exact { get; init; }

    /// <summary>Of the rank, 0 to 1: less for stop words, synonyms and corrected typos.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>These words follow each other in one field; a text's lines are apart.</summary>
public sealed record PhraseClause(IReadOnlyList<TermClause> Words) : Clause;

/// <summary>A word in one of these fields begins so (folded). The search page's last word only: depends on the vocabulary.</summary>
public sealed record PrefixClause(Fields In, string Start) : Clause;

/// <summary>A word in one of these fields differs by so many typos at most. The search page only: depends on the vocabulary.</summary>
public sealed record TypoClause(Fields In, string Exact, int Typos) : Clause;
