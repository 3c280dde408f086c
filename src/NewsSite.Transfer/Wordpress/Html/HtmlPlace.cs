using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Where the walk through the HTML is.</summary>
/// <param name="Flow">What is being written.</param>
/// <param name="Marks">The marks of the text here.</param>
/// <param name="Depth">How many elements are open.</param>
internal sealed record HtmlPlace(BlockFlow Flow, IReadOnlyList<Mark> Marks, int Depth)
{
    /// <summary>The address that pictures here lead to.</summary>
    public string? Href => Marks.FirstOrDefault(mark => mark.Type == "link")?.Href;

    public HtmlPlace With(Mark mark) =>
        this with { Marks = [.. Marks.Where(known => known.Type != mark.Type), mark] };

    /// <summary>A new piece of writing at the same place, such as a list's item.</summary>
    public HtmlPlace Inside(BlockFlow flow) => this with { Flow = flow };
}
