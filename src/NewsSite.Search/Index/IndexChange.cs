using NewsSite.Search.Documents;

namespace NewsSite.Search.Index;

/// <summary>What became of a document.</summary>
/// <param name="Document">As it is now; null: it is not to be found any more.</param>
public sealed record IndexChange(DocumentKey Key, SearchDocument? Document);
