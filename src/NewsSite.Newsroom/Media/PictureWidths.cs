namespace NewsSite.Newsroom.Media;

/// <summary>The widths in which pictures are kept, in pixels; pages and phones choose among them.</summary>
public static class PictureWidths
{
    public static readonly IReadOnlyList<int> All = [320, 640, 960, 1280, 1920];

    public static int Widest => All[^1];

    /// <summary>The widths to keep of a picture: those below its own, and its own where it is narrower than the widest.</summary>
    public static IReadOnlyList<int> Of(int width) =>
        width >= Widest ? All : [.. All.Where(each => each < width), width];
}
