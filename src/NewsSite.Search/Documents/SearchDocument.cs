using NewsSite.Platform.Languages;

namespace NewsSite.Search.Documents;

/// <summary>A thing that can be found, as its module describes it. Documents differ only by what stands here.</summary>
public sealed record SearchDocument
{
    public required DocumentKey Key { get; init; }

    /// <summary>The language of its texts; they are stemmed in it.</summary>
    public required Language Language { get; init; }

    public required string Title { get; init; }

    /// <summary>Who stands behind it: an article's authors, a posting's employer; a line each.</summary>
    public string By { get; init; } = "";

    /// <summary>A few sentences that say what it is about.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Names by which one would file it: section, tags, category, towns; a line each.</summary>
    public string Filed { get; init; } = "";

    /// <summary>The whole text, without markup.</summary>
    public string Body { get; init; } = "";

    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Where it is. Empty: nowhere in particular.</summary>
    public IReadOnlyList<GeoPoint> Places { get; init; } = [];

    /// <summary>It belongs to any place as well: work from anywhere.</summary>
    public bool IsEverywhere { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From then on it is not found any more; null: it stays.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>It stands above what fits as well, and is labelled so, until then.</summary>
    public DateTimeOffset? LiftedUntil { get; init; }

    /// <summary>The most it pays, gross, in cents a year; null: it does not say, or does not pay.</summary>
    public long? Pay { get; init; }

    /// <summary>Fresh things of this kind are worth more: news, not jobs.</summary>
    public bool Ages { get; init; }
}

/// <summary>What a document stands for.</summary>
/// <param name="Kind">The noun of the change log, such as "article".</param>
public readonly record struct DocumentKey(string Kind, long Id)
{
    public override string ToString() => $"{Kind}/{Id}";
}

/// <summary>One value by which documents can be narrowed down, such as ("section", "politics"); a document may have several of one name.</summary>
public readonly record struct Facet(string Name, string Value);
