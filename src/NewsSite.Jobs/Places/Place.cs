using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.Jobs.Places;

/// <summary>A town, a part of one or a village, as the gazetteer knows it.</summary>
public sealed record Place
{
    /// <summary>Names it in addresses and facets, such as "1050-ixelles".</summary>
    public required string Key { get; init; }

    /// <summary>The country whose places need no country beside their names.</summary>
    public const string Home = "BE";

    /// <summary>ISO 3166.</summary>
    public required string Country { get; init; }

    /// <summary>The lowest first; at least one.</summary>
    public required IReadOnlyList<string> PostalCodes { get; init; }

    /// <summary>As its source writes it.</summary>
    public required string Name { get; init; }
    public required LocalizedText Names { get; init; }

    /// <summary>The municipality that it lies in; empty: not known.</summary>
    public required string Municipality { get; init; }

    /// <summary>0: not known; a part of a municipality has none of its own.</summary>
    public required int Inhabitants { get; init; }
    public required GeoPoint Point { get; init; }

    /// <summary>What it is called in that language; where it has no name of its own there, as its source writes it.</summary>
    public string In(Language language) => Names.Own(language) is { Length: > 0 } own ? own : Name;

    /// <summary>All its names, each once.</summary>
    public IEnumerable<string> AllNames => Names.All.Append(Name).Where(name => name.Length > 0).DistinctBy(PlaceName.Fold);
}
