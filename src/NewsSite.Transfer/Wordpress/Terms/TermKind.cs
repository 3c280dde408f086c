using NewsSite.Platform.Database;

namespace NewsSite.Transfer.Wordpress.Terms;

/// <summary>How authors and tags differ while they are brought over.</summary>
/// <param name="Kind">As in the change log and in redirects.</param>
/// <param name="Plural">As in the report.</param>
internal sealed record TermKind<TThere, THere>(string Kind, string Plural)
    where THere : class, ILogged
{
    public required Func<TThere, string> SourceId { get; init; }
    public required Func<TThere, string> Slug { get; init; }

    /// <summary>All that is read of it there.</summary>
    public required Func<TThere, IEnumerable<string>> Fingerprint { get; init; }
    public required Func<TThere, string, THere> Make { get; init; }
    public required Action<THere, TThere> Update { get; init; }

    /// <summary>Notes the articles that are found by its new name.</summary>
    public required Func<long, Task> NoteArticles { get; init; }

    /// <summary>What the import writes of it here, and an editor may change.</summary>
    public required Func<THere, IEnumerable<string>> State { get; init; }
    public required Func<THere, string> SlugOf { get; init; }
    public required Func<List<string>, IQueryable<THere>> Find { get; init; }
    public required Func<List<long>, IQueryable<THere>> FindById { get; init; }

    /// <summary>Where the ids here are told, by the ids there.</summary>
    public required Dictionary<string, long> Known { get; init; }
    public required Action<TThere, THere> Redirect { get; init; }
}
