using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching;

/// <summary>The names and places that questions are resolved with now; the host knows the tables. The same object as long as they do not change.</summary>
public delegate ValueTask<Vocabulary> FindVocabulary(CancellationToken cancel);
