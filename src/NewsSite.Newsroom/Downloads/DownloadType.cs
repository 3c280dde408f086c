namespace NewsSite.Newsroom.Downloads;

/// <summary>A kind of file that the paper hands out; never one that a browser would run.</summary>
/// <param name="Extension">Without a dot.</param>
/// <param name="MediaType">As it is sent.</param>
public sealed record DownloadType(string Extension, string MediaType)
{
    /// <summary>In bytes; a larger file belongs where films are kept.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly Dictionary<string, (DownloadType Type, Func<ReadOnlySpan<byte>, bool> Begins)> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = (new("pdf", "application/pdf"), content => content.StartsWith("%PDF-"u8)),
        ["docx"] = (new("docx", Office + "wordprocessingml.document"), IsZip),
        ["xlsx"] = (new("xlsx", Office + "spreadsheetml.sheet"), IsZip),
        ["pptx"] = (new("pptx", Office + "presentationml.presentation"), IsZip),
        ["odt"] = (new("odt", OpenDocument + "text"), IsZip),
        ["ods"] = (new("ods", OpenDocument + "spreadsheet"), IsZip),
        ["odp"] = (new("odp", OpenDocument + "presentation"), IsZip),
        ["epub"] = (new("epub", "application/epub+zip"), IsZip),
        ["zip"] = (new("zip", "application/zip"), IsZip),
        ["doc"] = (new("doc", "application/msword"), IsCompound),
        ["xls"] = (new("xls", "application/vnd.ms-excel"), IsCompound),
        ["ppt"] = (new("ppt", "application/vnd.ms-powerpoint"), IsCompound),
        ["mp3"] = (new("mp3", "audio/mpeg"), content => content.StartsWith("ID3"u8) || (content.Length > 1 && content[0] == 0xFF && (content[1] & 0xE0) == 0xE0)),
        ["m4a"] = (new("m4a", "audio/mp4"), IsMp4),
        ["ogg"] = (new("ogg", "audio/ogg"), content => content.StartsWith("OggS"u8)),
        ["wav"] = (new("wav", "audio/wav"), content => content.StartsWith("RIFF"u8)),
        ["mp4"] = (new("mp4", "video/mp4"), IsMp4),
        ["csv"] = (new("csv", "text/csv"), IsText),
        ["txt"] = (new("txt", "text/plain"), IsText),
    };

    /// <summary>The type with that extension; null: none that is handed out.</summary>
    public static DownloadType? Of(string extension) => All.TryGetValue(extension, out var known) ? known.Type : null;

    /// <summary>Whether a file that is called so begins as one does: a page with script that calls itself a report does not.</summary>
    public bool IsBegunBy(ReadOnlySpan<byte> content) => All[Extension].Begins(content);

    private static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The container of Office before 2007.</summary>
    private static bool IsCompound(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static bool IsMp4(ReadOnlySpan<byte> content) => content.Length > 8 && content[4..].StartsWith("ftyp"u8);

    private static bool IsText(ReadOnlySpan<byte> content) => content.Length > 0 && !content.Contains((byte)0);
}
