using NewsSite.Newsroom.Sections;
using NewsSite.Web.Pages.Newsroom.Forms;

namespace NewsSite.Web.Pages.Newsroom.Sections;

/// <summary>A section as the form has it.</summary>
public sealed class SectionForm
{
    public const int LongestName = 80;
    public const int LongestDescription = 500;

    public WordsInput Name { get; set; } = new();
    public WordsInput Description { get; set; } = new();
    public string? Slug { get; set; }
    public string? Colour { get; set; } = Section.DefaultColour;
    public long? ParentId { get; set; }
    public IList<string> JobCategories { get; set; } = [];

    public static SectionForm Of(Section section) => new()
    {
        Name = WordsInput.Of(section.Name),
        Description = WordsInput.Of(section.Description),
        Slug = section.Slug,
        Colour = section.Colour,
        ParentId = section.ParentId,
        JobCategories = [.. section.JobCategories],
    };
}
