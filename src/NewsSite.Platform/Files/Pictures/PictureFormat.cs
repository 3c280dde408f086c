namespace NewsSite.Platform.Files.Pictures;

/// <summary>The kinds of picture file that the site keeps. SVG is none of them: it may carry script.</summary>
public enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
    Gif,
}
