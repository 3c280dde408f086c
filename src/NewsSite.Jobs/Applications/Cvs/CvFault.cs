namespace NewsSite.Jobs.Applications.Cvs;

/// <summary>Why a file is not taken as a CV; the page says it in words.</summary>
public enum CvFault
{
    Empty,
    TooLarge,

    /// <summary>Neither PDF nor DOCX nor ODT, by what is in it.</summary>
    UnknownType,

    /// <summary>A document of an old Word, or one that is locked with a password.</summary>
    OldWord,

    /// <summary>Its beginning is right and the rest is not.</summary>
    Broken,

    /// <summary>Two kinds of file in one.</summary>
    TwoInOne,

    /// <summary>Macros, scripts or programs.</summary>
    HasProgram,

    /// <summary>Another file lies in it.</summary>
    HasFile,

    /// <summary>It loads something from elsewhere when it is opened.</summary>
    LoadsFromElsewhere,

    /// <summary>It is locked with a password.</summary>
    Locked,

    /// <summary>Unpacked it is far larger than any CV.</summary>
    TooLargeUnpacked,
}

/// <summary>A file that is not taken.</summary>
public sealed class CvRefusedException(CvFault fault) : Exception($"The file is refused: {fault}")
{
    public CvFault Fault => fault;
}
