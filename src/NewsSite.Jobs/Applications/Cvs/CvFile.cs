namespace NewsSite.Jobs.Applications.Cvs;

/// <summary>The kinds of file that are taken as a CV.</summary>
public enum CvType
{
    Pdf,
    Docx,
    Odt,
}

/// <summary>
/// A CV that somebody sends, looked at before anything is kept: what counts is what is in it, never its name or what the browser
/// says. Recruiters open it on their own machines, so nothing is let through that runs, loads or hides something there.
/// </summary>
public sealed class CvFile
{
    /// <summary>In bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private const int MaxName = 100;

    private CvFile(CvType type, string name, ReadOnlyMemory<byte> content) => (Type, Name, Content) = (type, name, content);

    public CvType Type { get; }

    /// <summary>As the applicant calls it, with the ending of its type; for showing and for the name of a download, never a path.</summary>
    public string Name { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <exception cref="CvRefusedException">With the reason.</exception>
    public static CvFile Check(string name, ReadOnlyMemory<byte> content)
    {
        if (content.Length == 0)
            throw new CvRefusedException(CvFault.Empty);
        if (content.Length > MaxBytes)
            throw new CvRefusedException(CvFault.TooLarge);
        var type = TypeOf(content);
        return new CvFile(type, NameOf(name, type), content);
    }

    public static string MediaType(CvType type) => type switch
    {
        CvType.Pdf => "application/pdf",
        CvType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.oasis.opendocument.text",
    };

    public static string Extension(CvType type) => type switch
    {
        CvType.Pdf => "pdf",
        CvType.Docx => "docx",
        _ => "odt",
    };

    private static CvType TypeOf(ReadOnlyMemory<byte> content)
    {
        if (PdfCheck.IsMeant(content.Span))
        {
            PdfCheck.Check(content);
            return CvType.Pdf;
        }
        if (ZipCheck.IsMeant(content.Span))
            return ZipCheck.Check(content);
        // The container of Word 97-2003, and of every newer document that is locked.
        throw new CvRefusedException(content.Span.StartsWith(OldContainer) ? CvFault.OldWord : CvFault.UnknownType);
    }

    private static ReadOnlySpan<byte> OldContainer => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The last part of whatever path a browser sends, without what a file system or a terminal could take for more than a letter.</summary>
    private static string NameOf(string name, CvType type)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var dot = last.LastIndexOf('.');
        var stem = string.Concat((dot > 0 ? last[..dot] : last).Where(IsSafe)).Trim(' ', '.');
        if (stem.Length > MaxName)
            stem = stem[..MaxName];
        return $"{(stem.Length > 0 ? stem : "cv")}.{Extension(type)}";
    }

    private static bool IsSafe(char sign) => !char.IsControl(sign) && !"<>:\"/\\|?*%;".Contains(sign) && char.GetUnicodeCategory(sign) is not System.Globalization.UnicodeCategory.Format
        and not System.Globalization.UnicodeCategory.LineSeparator and not System.Globalization.UnicodeCategory.ParagraphSeparator and not System.Globalization.UnicodeCategory.Surrogate;
}
