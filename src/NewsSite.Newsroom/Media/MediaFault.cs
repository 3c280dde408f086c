using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Newsroom.Media;

/// <summary>Why the library does not take a picture; each has its words in every language.</summary>
public enum MediaFault
{
    NoFile,
    TooManyFiles,
    TooHeavy,
    TooManyPixels,
    NoPicture,
    Svg,
    Broken,

    /// <summary>Its name is a path, has signs that no name has, or is missing.</summary>
    BadName,

    /// <summary>Something else stands behind the picture in its file.</summary>
    MoreThanPicture,

    /// <summary>An animation; of these the browser sends one picture.</summary>
    Animation,

    /// <summary>Not the widths that the library keeps of a picture so wide.</summary>
    WrongWidths,

    /// <summary>One size is not the same picture as the others, or not the picture that was announced.</summary>
    OtherShape,
}

/// <summary>A picture that the library does not take; nothing of it was kept.</summary>
public sealed class MediaRefusedException(MediaFault fault, string message) : Exception(message)
{
    public MediaFault Fault => fault;

    internal static MediaRefusedException Of(PictureFileException refused) => new(refused.Fault switch
    {
        PictureFault.Svg => MediaFault.Svg,
        PictureFault.Broken => MediaFault.Broken,
        PictureFault.TooHeavy => MediaFault.TooHeavy,
        PictureFault.TooManyPixels => MediaFault.TooManyPixels,
        _ => MediaFault.NoPicture,
    }, refused.Message);
}
