using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Sections;

/// <summary>What a form says of a section; checked by the form: a valid slug, a readable colour, a name.</summary>
public sealed record SectionEdit
{
    public required LocalizedText Name { get; init; }
    public LocalizedText Description { get; init; } = LocalizedText.Empty;
    public required string Slug { get; init; }
    public string Colour { get; init; } = Section.DefaultColour;
    public long? ParentId { get; init; }
    public IReadOnlyList<string> JobCategories { get; init; } = [];
}
