using System.Buffers.Binary;
using System.Text;
using NewsSite.Jobs.Applications.Cvs;

namespace NewsSite.Tests.Jobs.Applications;

public sealed class CvFileTests
{
    [Fact]
    public void The_three_kinds_are_told_by_what_is_in_them_whatever_the_name_says()
    {
        Assert.Equal(CvType.Pdf, CvFile.Check("cv.docx", CvSamples.Pdf()).Type);
        Assert.Equal(CvType.Docx, CvFile.Check("cv", CvSamples.Docx()).Type);
        Assert.Equal(CvType.Odt, CvFile.Check("cv.pdf", CvSamples.Odt()).Type);
        Assert.Equal(CvType.Pdf, CvFile.Check("cv.pdf", CvSamples.Pdf(version: "2.0", behind: "\r\n\0")).Type);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData(@"C:\Users\Anna\My CV.final.PDF", "My CV.final.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "x=1.pdf")]
    [InlineData("..", "cv.pdf")]
    [InlineData("", "cv.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.pdf")]
    [InlineData("Zoë \"Ö\" <b>.pdf", "Zoë Ö b.pdf")]
    public void A_name_keeps_its_letters_and_loses_what_could_be_a_path_or_a_header(string typed, string kept) =>
        Assert.Equal(kept, CvFile.Check(typed, CvSamples.Pdf()).Name);

    [Fact]
    public void A_name_without_end_is_cut() =>
        Assert.Equal(104, CvFile.Check(new string('a', 5000) + ".pdf", CvSamples.Pdf()).Name.Length);

    public static TheoryData<string, CvFault> Refused => new()
    {
        { "nothing", CvFault.Empty },
        { "too large", CvFault.TooLarge },
        { "a page", CvFault.UnknownType },
        { "a program", CvFault.UnknownType },
        { "a picture", CvFault.UnknownType },
        { "old Word", CvFault.OldWord },
        { "a PDF behind something else", CvFault.UnknownType },
        { "half a PDF", CvFault.Broken },
        { "a PDF with a page behind it", CvFault.TwoInOne },
        { "a PDF that is a ZIP", CvFault.TwoInOne },
        { "a PDF that is a ZIP before its end", CvFault.TwoInOne },
        { "a PDF with a script", CvFault.HasProgram },
        { "a PDF with a hidden script", CvFault.HasProgram },
        { "a PDF with a packed script", CvFault.HasProgram },
        { "a PDF that starts a program", CvFault.HasProgram },
        { "a PDF with a file in it", CvFault.HasFile },
        { "a locked PDF", CvFault.Locked },
        { "a PDF packed without end", CvFault.TooLargeUnpacked },
        { "a PDF packed in another way", CvFault.Locked },
        { "a ZIP", CvFault.UnknownType },
        { "a ZIP behind a script", CvFault.UnknownType },
        { "a ZIP with something behind it", CvFault.TwoInOne },
        { "a ZIP with a comment", CvFault.TwoInOne },
        { "half a ZIP", CvFault.Broken },
        { "a ZIP whose sizes lie", CvFault.Broken },
        { "a sheet of Excel", CvFault.UnknownType },
        { "a text with macros", CvFault.HasProgram },
        { "a text that says it has macros", CvFault.HasProgram },
        { "a text with a program", CvFault.HasProgram },
        { "a text with an archive", CvFault.HasFile },
        { "a text with an object", CvFault.HasFile },
        { "a text with a template from the net", CvFault.LoadsFromElsewhere },
        { "a text with a picture from the net", CvFault.LoadsFromElsewhere },
        { "a text that declares types", CvFault.Broken },
        { "a text that is none", CvFault.Broken },
        { "a text with a path out", CvFault.Broken },
        { "a text with a whole path", CvFault.Broken },
        { "a text with two of a name", CvFault.Broken },
        { "a text packed without end", CvFault.TooLargeUnpacked },
        { "an ODT with macros", CvFault.HasProgram },
        { "an ODT with a listener", CvFault.HasProgram },
        { "an ODT with an object", CvFault.HasFile },
        { "an ODT with a picture from the net", CvFault.LoadsFromElsewhere },
        { "a locked ODT", CvFault.Locked },
        { "a drawing", CvFault.UnknownType },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_CV_is_refused_with_the_reason(string what, CvFault fault) =>
        Assert.Equal(fault, Assert.Throws<CvRefusedException>(() => CvFile.Check("cv.pdf", Made(what))).Fault);

    [Fact]
    public void What_honest_programs_write_is_taken()
    {
        // Links, a template of the writer's own disk, empty containers for scripts, zeros behind the end.
        Assert.Equal(CvType.Docx, CvFile.Check("cv.docx", CvSamples.Docx(
            ("word/_rels/document.xml.rels", CvSamples.Relations("hyperlink", "https://anna.example/", "TargetMode=\"External\"")),
            ("word/_rels/settings.xml.rels", CvSamples.Relations("attachedTemplate", "file:///C:/Users/Anna/Normal.dotm", "TargetMode=\"External\"")),
            ("word/media/image1.png", "picture"), ("docProps/app.xml", "<a/>"))).Type);
        Assert.Equal(CvType.Odt, CvFile.Check("cv.odt", CvSamples.Odt(("Thumbnails/thumbnail.png", "picture"), ("Configurations2/", ""), ("manifest.rdf", "<a/>"), ("layout-cache", "x"))).Type);
        Assert.Equal(CvType.Pdf, CvFile.Check("cv.pdf", CvSamples.PdfWithObjectStream("4 0 << /Type /Page /JSome 1 >>")).Type);
        Assert.Equal(CvType.Pdf, CvFile.Check("cv.pdf", CvSamples.Pdf("4 0 obj\n<< /Length 9 >>\nstream\nPK\u0005\u0006 ....\nendstream\nendobj")).Type);
    }

    private static byte[] Made(string what) => what switch
    {
        "nothing" => [],
        "too large" => [.. CvSamples.Pdf(), .. new byte[CvFile.MaxBytes]],
        "a page" => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        "a program" => [.. "MZ"u8, .. new byte[300]],
        "a picture" => [0xFF, 0xD8, 0xFF, 0xE0, .. CvSamples.Pdf()],
        "old Word" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        "a PDF behind something else" => [.. "GIF89a"u8, .. CvSamples.Pdf()],
        "half a PDF" => CvSamples.Pdf()[..^30],
        "a PDF with a page behind it" => CvSamples.Pdf(behind: "\n<html><script>alert(1)</script></html>"),
        "a PDF that is a ZIP" => [.. CvSamples.Pdf(), .. CvSamples.Docx()],
        "a PDF that is a ZIP before its end" => [.. CvSamples.Pdf(), .. CvSamples.Docx(), .. "\nstartxref\n9\n%%EOF\n"u8],
        "a PDF with a script" => CvSamples.Pdf("3 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj"),
        "a PDF with a hidden script" => CvSamples.Pdf("3 0 obj\n<< /S /J#61v#61Script /JS (app.alert(1)) >>\nendobj"),
        "a PDF with a packed script" => CvSamples.PdfWithObjectStream("4 0 << /S /JavaScript /JS (app.alert(1)) >>"),
        "a PDF that starts a program" => CvSamples.Pdf("3 0 obj\n<< /OpenAction << /S /Launch /F (calc.exe) >> >>\nendobj"),
        "a PDF with a file in it" => CvSamples.Pdf("3 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj"),
        "a locked PDF" => CvSamples.Pdf("trailer << /Encrypt 5 0 R >>"),
        "a PDF packed without end" => CvSamples.PdfWithObjectStream(new string(' ', 30_000_000)),
        "a PDF packed in another way" => CvSamples.Pdf("5 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream\nendobj"),
        "a ZIP" => CvSamples.Zip([("cv.txt", "I baked bread.")]),
        "a ZIP behind a script" => [.. "#!/bin/sh\n"u8, .. CvSamples.Docx()],
        "a ZIP with something behind it" => [.. CvSamples.Docx(), .. "<script>alert(1)</script>"u8],
        "a ZIP with a comment" => WithComment(CvSamples.Docx()),
        "half a ZIP" => CvSamples.Docx()[..^100],
        "a ZIP whose sizes lie" => WithLyingSize(CvSamples.Docx()),
        "a sheet of Excel" => CvSamples.Zip([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<a/>"), ("xl/workbook.xml", "<a/>")]),
        "a text with macros" => CvSamples.Docx(("word/vbaProject.xml", "x")),
        "a text that says it has macros" => CvSamples.Zip([("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"), ("_rels/.rels", "<a/>"), ("word/document.xml", "<a/>")]),
        "a text with a program" => CvSamples.Docx(("word/media/run.exe", "MZ")),
        "a text with an archive" => CvSamples.Docx(("word/media/more.zip", "PK")),
        "a text with an object" => CvSamples.Docx(("word/embeddings/sheet.xml", "x")),
        "a text with a template from the net" => CvSamples.Docx(("word/_rels/settings.xml.rels", CvSamples.Relations("attachedTemplate", "https://evil.example/t.dotm", "TargetMode=\"External\""))),
        "a text with a picture from the net" => CvSamples.Docx(("word/_rels/document.xml.rels", CvSamples.Relations("image", "http://evil.example/seen.png", "TargetMode=\"External\""))),
        "a text that declares types" => CvSamples.Docx(("word/_rels/x.rels", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>")),
        "a text that is none" => CvSamples.Zip([("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"), ("_rels/.rels", "<a/>"), ("word/document.xml", "<html/>")]),
        "a text with a path out" => CvSamples.Docx(("../../evil.xml", "x")),
        "a text with a whole path" => CvSamples.Docx(("/etc/evil.xml", "x")),
        "a text with two of a name" => CvSamples.Docx(("WORD/Document.xml", "x")),
        "a text packed without end" => CvSamples.Docx(("word/media/white.bmp", new string('\0', 70_000_000))),
        "an ODT with macros" => CvSamples.Odt(("Basic/Standard/Module1.xml", "x")),
        "an ODT with a listener" => CvSamples.Odt(("styles.xml", CvSamples.OdtContent("<script:event-listener/>").Replace("document-content", "document-styles", StringComparison.Ordinal))),
        "an ODT with an object" => CvSamples.Odt(("Object 1/content.xml", "x")),
        "an ODT with a picture from the net" => CvSamples.Odt(("styles.xml", CvSamples.OdtContent("<draw:image xlink:href=\"http://evil.example/seen.png\"/>").Replace("document-content", "document-styles", StringComparison.Ordinal))),
        "a locked ODT" => CvSamples.Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "x"), ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")]),
        "a drawing" => CvSamples.Zip([("mimetype", "application/vnd.oasis.opendocument.graphics"), ("content.xml", "<a/>"), ("META-INF/manifest.xml", "<a/>")]),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No sample of that name"),
    };

    private static byte[] WithComment(byte[] zip)
    {
        var comment = Encoding.ASCII.GetBytes("<script>alert(1)</script>");
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(zip.Length - 2), (ushort)comment.Length);
        return [.. zip, .. comment];
    }

    /// <summary>The directory says that the last entry unpacks to another length than it does.</summary>
    private static byte[] WithLyingSize(byte[] zip)
    {
        var entry = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(entry + 24), 7);
        return zip;
    }
}
