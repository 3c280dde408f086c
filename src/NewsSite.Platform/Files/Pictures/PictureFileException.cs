namespace NewsSite.Platform.Files.Pictures;

/// <summary>Why a file is not taken as a picture.</summary>
public enum PictureFault
{
    /// <summary>None of the kinds that the site keeps.</summary>
    NoPicture,
    Svg,
    Broken,
    TooHeavy,
    TooManyPixels,
}

/// <summary>A file that is not taken as a picture; the message says what is wrong with it and what to do.</summary>
public sealed class PictureFileException(PictureFault fault, string message) : Exception(message)
{
    public PictureFault Fault => fault;
}
