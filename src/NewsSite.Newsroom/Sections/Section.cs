using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Sections;

/// <summary>A part of the paper, such as Politics; may lie in another.</summary>
public sealed class Section : ILogged
{
    public string Kind => "section";

    public long Id { get; private set; }
    public long? ParentId { get; set; }

    /// <summary>Unique over the whole paper: an address names a section by one segment.</summary>
    public required string Slug { get; set; }

    public required LocalizedText Name { get; set; }
    public LocalizedText Description { get; set; } = LocalizedText.Empty;

    /// <summary>As #rrggbb; readable as text on white.</summary>
    public string Colour { get; set; } = DefaultColour;

    public int Position { get; set; }

    /// <summary>Slugs of the job categories whose openings suit the section's readers.</summary>
    public IReadOnlyList<string> JobCategories { get; set; } = [];

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }

    public const string DefaultColour = "#44525e";
}
