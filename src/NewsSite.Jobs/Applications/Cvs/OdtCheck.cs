using System.IO.Compression;
using System.Text;
using System.Xml;

namespace NewsSite.Jobs.Applications.Cvs;

/// <summary>What makes a package a text of OpenDocument (ISO 26300), and what in it would run or load something.</summary>
internal static class OdtCheck
{
    private const string MediaType = "application/vnd.oasis.opendocument.text";
    private const string OfficeNames = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string LinkNames = "http://www.w3.org/1999/xlink";

    /// <exception cref="CvRefusedException">With the reason.</exception>
    public static void Check(ZipArchive archive)
    {
        if (TypeOf(archive.GetEntry("mimetype")!) != MediaType || archive.Entries[0].FullName != "mimetype")
            throw new CvRefusedException(CvFault.UnknownType);
        if (archive.GetEntry("content.xml") is not { } content || archive.GetEntry("META-INF/manifest.xml") is not { } manifest)
            throw new CvRefusedException(CvFault.Broken);
        foreach (var name in archive.Entries.Select(entry => entry.FullName))
        {
            if (name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Dialogs/", StringComparison.OrdinalIgnoreCase))
                throw new CvRefusedException(CvFault.HasProgram);
            if (name.StartsWith("Object ", StringComparison.Ordinal))
                throw new CvRefusedException(CvFault.HasFile);
        }
        CheckManifest(manifest);
        CheckText(content, "document-content");
        if (archive.GetEntry("styles.xml") is { } styles)
            CheckText(styles, "document-styles");
    }

    private static string TypeOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var text = new char[MediaType.Length + 1];
        return new string(text, 0, reader.ReadBlock(text));
    }

    private static void CheckManifest(ZipArchiveEntry manifest)
    {
        using var reader = ZipCheck.Read(manifest);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "encryption-data" or "keyinfo")
                throw new CvRefusedException(CvFault.Locked);
        }
    }

    private static void CheckText(ZipArchiveEntry part, string root)
    {
        using var reader = ZipCheck.Read(part);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != root || reader.NamespaceURI != OfficeNames)
            throw new CvRefusedException(CvFault.Broken);
        do
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            // The containers office:scripts and office:event-listeners are always there; what is in them counts.
            if (reader.LocalName is "event-listener" or "script" or "applet" or "plugin" or "database-display")
                throw new CvRefusedException(CvFault.HasProgram);
            if (reader.LocalName is "object-ole")
                throw new CvRefusedException(CvFault.HasFile);
            // Links that somebody clicks may lead anywhere.
            if (reader.LocalName != "a" && reader.GetAttribute("href", LinkNames) is { } target && IsElsewhere(target))
                throw new CvRefusedException(CvFault.LoadsFromElsewhere);
        }
        while (reader.Read());
    }

    private static bool IsElsewhere(string target) =>
        target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith("\\\\", StringComparison.Ordinal) || target.StartsWith("../", StringComparison.Ordinal)
        || (target.IndexOf(':') is > 0 and var colon && target.AsSpan(0, colon).IndexOfAny('/', '#', '.') < 0);
}
