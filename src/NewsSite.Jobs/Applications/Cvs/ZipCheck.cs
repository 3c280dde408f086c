using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace NewsSite.Jobs.Applications.Cvs;

/// <summary>
/// Looks at a ZIP that wants to be a document: it begins and ends as one and holds nothing around it, its entries have plain names and
/// honest sizes, and it is DOCX or ODT by the parts that their standards ask for. Nothing is written to the disk on the way.
/// </summary>
internal static class ZipCheck
{
    private const int MaxEntries = 2000;

    /// <summary>In bytes, of all entries together; 5 MB of photographs do not grow by unpacking.</summary>
    private const int MaxUnpacked = 60 * 1024 * 1024;

    private const int EndLength = 22;

    /// <summary>What a program for texts writes into its files.</summary>
    private static readonly HashSet<string> Extensions =
    [
        "", "xml", "rels", "rdf", "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "svm", "wdp", "webp", "vml", "odttf", "ttf", "otf", "fntdata", "txt",
    ];

    public static bool IsMeant(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether a program that unpacks would find a directory at its end.</summary>
    public static bool EndsAsZip(ReadOnlySpan<byte> content)
    {
        var from = Math.Max(0, content.Length - EndLength - ushort.MaxValue);
        for (var rest = content[from..]; rest.LastIndexOf("PK\u0005\u0006"u8) is >= 0 and var at; rest = rest[..at])
        {
            var end = content[(from + at)..];
            if (end.Length < EndLength)
                continue;
            var directory = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
            // Chance makes four letters, but not a directory of the length that they say before them.
            if (entries > 0 && directory > 0 && directory <= from + at && content[(from + at - (int)directory)..].StartsWith("PK\u0001\u0002"u8))
                return true;
        }
        return false;
    }

    /// <exception cref="CvRefusedException">With the reason.</exception>
    public static CvType Check(ReadOnlyMemory<byte> content)
    {
        CheckEnds(content.Span);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            CheckEntries(archive);
            CheckSizes(archive);
            if (archive.GetEntry("[Content_Types].xml") is not null)
            {
                DocxCheck.Check(archive);
                return CvType.Docx;
            }
            if (archive.GetEntry("mimetype") is not null)
            {
                OdtCheck.Check(archive);
                return CvType.Odt;
            }
            throw new CvRefusedException(CvFault.UnknownType);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new CvRefusedException(CvFault.Broken);
        }
    }

    /// <summary>The directory ends the file, and begins where it says: there is nothing before, between or behind.</summary>
    private static void CheckEnds(ReadOnlySpan<byte> content)
    {
        if (content.Length < EndLength || !content[^EndLength..].StartsWith("PK\u0005\u0006"u8))
            throw new CvRefusedException(EndsAsZip(content) ? CvFault.TwoInOne : CvFault.Broken);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(content[^10..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(content[^6..]);
        if (offset + (long)length != content.Length - EndLength || BinaryPrimitives.ReadUInt16LittleEndian(content[^2..]) != 0)
            throw new CvRefusedException(CvFault.TwoInOne);
        if (BinaryPrimitives.ReadUInt16LittleEndian(content[^12..]) > MaxEntries)
            throw new CvRefusedException(CvFault.TooLargeUnpacked);
    }

    private static void CheckEntries(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (entry.IsEncrypted)
                throw new CvRefusedException(CvFault.Locked);
            if (name.Length is 0 or > 255 || name[0] == '/' || name.Contains('\\') || name.Contains(':') || name.Any(char.IsControl)
                || name.Split('/').Any(part => part is ".." or ".") || !names.Add(name))
                throw new CvRefusedException(CvFault.Broken);
            // A link, or anything but a file and a folder, as Unix has them.
            if ((entry.ExternalAttributes >> 28 & 0xF) is not (0 or 0x8 or 0x4))
                throw new CvRefusedException(CvFault.Broken);
            if (!name.EndsWith('/') && !Extensions.Contains(Path.GetExtension(name).TrimStart('.').ToLowerInvariant()))
                throw new CvRefusedException(DocxCheck.IsProgram(name) ? CvFault.HasProgram : CvFault.HasFile);
        }
    }

    /// <summary>Unpacks everything and counts: what an entry says of its own size may be a lie.</summary>
    private static void CheckSizes(ZipArchive archive)
    {
        if (archive.Entries.Sum(entry => entry.Length) > MaxUnpacked)
            throw new CvRefusedException(CvFault.TooLargeUnpacked);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var length = 0L;
            while (stream.Read(buffer) is > 0 and var read)
            {
                length += read;
                total += read;
                if (total > MaxUnpacked)
                    throw new CvRefusedException(CvFault.TooLargeUnpacked);
            }
            if (length != entry.Length)
                throw new CvRefusedException(CvFault.Broken);
        }
    }

    /// <summary>A part as XML that may declare no types of its own and refers to nothing outside.</summary>
    public static XmlReader Read(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxUnpacked,
        CloseInput = true,
    });
}
