using NewsSite.Newsroom.Sections;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>All sections to choose from, those that lie in another behind it.</summary>
public sealed record SectionOptions(SectionTree Tree, long? Chosen, Func<Section, string> Value)
{
    public IEnumerable<(Section Section, int Depth)> All => Tree.Top.SelectMany(top => Under(top, 0));

    private IEnumerable<(Section Section, int Depth)> Under(Section section, int depth) =>
        Tree.Children(section).SelectMany(child => Under(child, depth + 1)).Prepend((section, depth));
}
