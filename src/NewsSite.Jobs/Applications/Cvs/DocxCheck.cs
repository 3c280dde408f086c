using System.IO.Compression;
using System.Xml;

namespace NewsSite.Jobs.Applications.Cvs;

/// <summary>What makes a package a text of Word (ECMA-376), and what in it would run or load something.</summary>
internal static class DocxCheck
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string WordNames = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictNames = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsProgram(string name) =>
        name.Contains("vba", StringComparison.OrdinalIgnoreCase) || name.Contains("activex", StringComparison.OrdinalIgnoreCase) || name.Contains("macro", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(name).ToLowerInvariant() is ".exe" or ".dll" or ".js" or ".jse" or ".vbs" or ".vbe" or ".bat" or ".cmd" or ".ps1" or ".com" or ".scr" or ".hta" or ".jar" or ".lnk" or ".py" or ".sh";

    /// <exception cref="CvRefusedException">With the reason.</exception>
    public static void Check(ZipArchive archive)
    {
        if (archive.GetEntry("word/document.xml") is not { } document || archive.GetEntry("_rels/.rels") is null)
            throw new CvRefusedException(CvFault.UnknownType);
        CheckTypes(archive.GetEntry("[Content_Types].xml")!);
        using (var reader = ZipCheck.Read(document))
        {
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "document" || reader.NamespaceURI is not (WordNames or StrictNames))
                throw new CvRefusedException(CvFault.Broken);
            // To its end: a part that breaks off is none.
            while (reader.Read())
            {
            }
        }
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.StartsWith("word/embeddings/", StringComparison.OrdinalIgnoreCase))
                throw new CvRefusedException(CvFault.HasFile);
            if (IsProgram(entry.FullName))
                throw new CvRefusedException(CvFault.HasProgram);
            if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                CheckRelations(entry);
        }
    }

    private static void CheckTypes(ZipArchiveEntry types)
    {
        var isText = false;
        using var reader = ZipCheck.Read(types);
        while (reader.Read())
        {
            var type = reader.NodeType == XmlNodeType.Element ? reader.GetAttribute("ContentType") : null;
            if (type is null)
                continue;
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase))
                throw new CvRefusedException(CvFault.HasProgram);
            if (type.Contains("oleObject", StringComparison.OrdinalIgnoreCase) && reader.LocalName == "Override")
                throw new CvRefusedException(CvFault.HasFile);
            isText |= type == Main;
        }
        if (!isText)
            throw new CvRefusedException(CvFault.UnknownType);
    }

    /// <summary>Links that somebody clicks may lead anywhere; a template, a picture or a frame from elsewhere is fetched without asking.</summary>
    private static void CheckRelations(ZipArchiveEntry relations)
    {
        using var reader = ZipCheck.Read(relations);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
                continue;
            var type = reader.GetAttribute("Type") ?? "";
            var isElsewhere = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if (isElsewhere && !type.EndsWith("/hyperlink", StringComparison.Ordinal))
            {
                // Word writes where its own template lies on the writer's disk; only one on the net is loaded.
                if (type.EndsWith("/attachedTemplate", StringComparison.Ordinal) && !IsOnNet(reader.GetAttribute("Target") ?? ""))
                    continue;
                throw new CvRefusedException(CvFault.LoadsFromElsewhere);
            }
        }
    }

    private static bool IsOnNet(string target) =>
        target.StartsWith("\\\\", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal)
        || !Uri.TryCreate(target, UriKind.Absolute, out var address) || !address.IsFile || address.IsUnc;
}
