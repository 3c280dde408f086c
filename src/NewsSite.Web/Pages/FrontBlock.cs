using NewsSite.Newsroom.FrontPage;

namespace NewsSite.Web.Pages;

/// <summary>How a section stands on the front page.</summary>
/// <param name="Layout">One of the blocks of front.css.</param>
public sealed record FrontBlock(SectionBlock Block, string Layout)
{
    private const string Row = "row";
    private const string Half = "half";
    private const string Opinion = "row block--opinion";

    /// <summary>After the second block come the Top jobs, then it goes on; nobody needs to choose.</summary>
    private static readonly string[] Rhythm = ["split", Row, Half, Half, "split block--turned", Half, Half];

    public bool IsOpinion => Layout == Opinion;
    public bool IsRow => Layout == Row;
    public bool IsHalf => Layout == Half;

    /// <summary>The two columns of a split hold one more.</summary>
    public int Size => IsRow || IsHalf || IsOpinion ? FrontPage.PerSection - 1 : FrontPage.PerSection;

    public static IReadOnlyList<FrontBlock> Of(IEnumerable<SectionBlock> sections)
    {
        var blocks = new List<FrontBlock>();
        var beat = 0;
        foreach (var section in sections)
            blocks.Add(new FrontBlock(section, section.Section.Slug == "opinion" ? Opinion : Rhythm[beat++ % Rhythm.Length]));
        for (var place = 0; place < blocks.Count; place++)
        {
            if (!blocks[place].IsHalf)
                continue;
            if (place + 1 < blocks.Count && blocks[place + 1].IsHalf)
                place++;
            else
                blocks[place] = blocks[place] with { Layout = Row };
        }
        return blocks;
    }
}
