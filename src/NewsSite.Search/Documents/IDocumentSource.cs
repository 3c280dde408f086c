namespace NewsSite.Search.Documents;

/// <summary>A module that has things to be found: articles, postings.</summary>
public interface IDocumentSource
{
    /// <summary>The noun of the change log for which it answers.</summary>
    string Kind { get; }

    /// <summary>The documents of those that can be found now; an id without one is not to be found.</summary>
    Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyList<long> ids, CancellationToken cancel);

    /// <summary>The next ids of what can be found, in order, for a new index; fewer than asked for: these were the last.</summary>
    Task<IReadOnlyList<long>> IdsAsync(long after, int size, CancellationToken cancel);

    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken cancel);
}
