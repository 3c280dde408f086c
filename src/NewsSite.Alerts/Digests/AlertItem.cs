using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;

namespace NewsSite.Alerts.Digests;

/// <summary>A thing as a mail shows it.</summary>
public sealed record AlertItem
{
    public required string Title { get; init; }

    /// <summary>Absolute.</summary>
    public required string Address { get; init; }

    /// <summary>On one line, such as employer, town and pay.</summary>
    public required string Facts { get; init; }

    /// <summary>A sentence or two; empty: none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The language of its title, as a two-letter code.</summary>
    public required string Language { get; init; }
}

/// <summary>Asks for things as mails of a language show them; what readers do not see any more is left out. The host knows what things are.</summary>
public delegate Task<IReadOnlyDictionary<DocumentKey, AlertItem>> FindAlertItems(IReadOnlyCollection<DocumentKey> items, Language language, CancellationToken cancel);

/// <summary>The absolute address at which a search shows what it finds.</summary>
public delegate string SearchAddress(SearchQuery search, Language language);
