using System.Text;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Web.Caching;

namespace NewsSite.Web;

/// <summary>/sections.css: the sections' colours, which editors choose; a style sheet because the policy allows no inline style.</summary>
public static class SectionColours
{
    public static void MapSectionColours(this WebApplication app) =>
        app.MapMethods("/sections.css", [HttpMethods.Get, HttpMethods.Head], async (NewsDb db, GenerationMemory memory) =>
            Results.Text(await memory.GetAsync("section colours", async () => Write(await SectionTree.LoadAsync(db, memory))), "text/css", Encoding.UTF8))
            .WithMetadata(new KeptForEverybodyAttribute()).AllowAnonymous();

    private static string Write(SectionTree sections) =>
        string.Concat(sections.All.Where(IsSound).Select(section => $"[data-section=\"{section.Slug}\"]{{--section:{section.Colour}}}\n"));

    /// <summary>What is written into a style sheet is a slug and a colour, whatever the database says.</summary>
    private static bool IsSound(Section section) =>
        Platform.Html.Slug.IsValid(section.Slug)
        && section.Colour.Length == 7 && section.Colour[0] == '#' && section.Colour.Skip(1).All(char.IsAsciiHexDigit);
}
