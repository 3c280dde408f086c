using System.IO.Compression;
using System.Text;

namespace NewsSite.Tests.Jobs.Applications;

/// <summary>Small CVs of each kind, and the same with something wrong in them.</summary>
internal static class CvSamples
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Pdf(string objects = "", string behind = "\n", string version = "1.7") => Encoding.Latin1.GetBytes(
        $"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n{objects}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n9\n%%EOF{behind}");

    /// <summary>A PDF that packs those objects into an object stream, as newer programs do.</summary>
    public static byte[] PdfWithObjectStream(string objects)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(Encoding.Latin1.GetBytes(objects));
        return Pdf($"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj");
    }

    public static byte[] Docx(params IEnumerable<(string Name, string Content)> beside) => Zip(
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", Relations("officeDocument", "word/document.xml")),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>I baked bread.</w:t></w:r></w:p></w:body></w:document>"),
            .. beside,
        ]);

    public static byte[] Odt(params IEnumerable<(string Name, string Content)> beside) => Zip(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", OdtContent("<text:p>I baked bread. <text:a xlink:href=\"https://anna.example/\">More</text:a></text:p>")),
            ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/></manifest:manifest>"),
            .. beside,
        ]);

    public static string OdtContent(string body) =>
        $"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:scripts/><office:body><office:text>{body}</office:text></office:body></office:document-content>";

    /// <param name="kind">The end of the relation's type.</param>
    public static string Relations(string kind, string target, string more = "") =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" {more}/></Relationships>";

    public static byte[] Zip(IEnumerable<(string Name, string Content)> entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var entry = archive.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                // The same bytes each time.
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = new StreamWriter(entry.Open());
                writer.Write(content);
            }
        }
        return file.ToArray();
    }
}
