namespace NewsSite.Search.Matching;

/// <summary>The module that keeps saved searches in its tables registers one, as a singleton.</summary>
public sealed record SavedSearchSource
{
    /// <summary>The noun under which the change log notes that a search is new, another or gone; the entity's id is the search's.</summary>
    public required string Kind { get; init; }

    /// <summary>Those of these searches that documents are to be matched with now; an id without one is not matched any more.</summary>
    public required Func<IServiceProvider, IReadOnlyList<long>, CancellationToken, Task<IReadOnlyList<SavedSearch>>> ReadAsync { get; init; }

    /// <summary>The next so many of them behind an id, in the order of their ids; none: there are no more.</summary>
    public required Func<IServiceProvider, long, int, CancellationToken, Task<IReadOnlyList<SavedSearch>>> NextAsync { get; init; }
}
