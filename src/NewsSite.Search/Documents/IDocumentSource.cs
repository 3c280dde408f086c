namespace NewsSite.Search.Documents;

/// <summary>A module that has things to be found: articles, postings.</summary>
public interface IDocumentSource
{
    /// <summary>The noun of the change log for which it answers.</summary>
    string Kind { get; }

    /// <summary>The documents of those that can be found now; an id without one is not to be found.</summary>
    Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyList<long> ids, CancellationToken cancel);

    /// <summary>The next documents in the order of their ids, for a new index; fewer than asked for: these were the last.</summary>
    Task<IReadOnlyList<SearchDocument>> AfterAsync(long id, int size, CancellationToken cancel);
}
