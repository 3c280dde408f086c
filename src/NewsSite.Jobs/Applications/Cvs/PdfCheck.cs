using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Jobs.Applications.Cvs;

/// <summary>
/// Looks at a PDF as ISO 32000 has it: begins with its version, ends with %%EOF and nothing behind it, is no ZIP at the same time,
/// and asks no reader to run a script, start a program or open a file that lies in it. Object streams, in which newer files
/// pack their dictionaries, are unpacked for that; pictures and drawings are not read.
/// </summary>
internal static partial class PdfCheck
{
    /// <summary>Some programs write line ends or zeros behind the end.</summary>
    private const int MaxTail = 32;

    private static readonly SearchValues<byte> AfterTheEnd = SearchValues.Create(" \t\r\n\0\u001a"u8);

    /// <summary>In bytes, of all object streams; in an honest CV they are some hundred kilobytes.</summary>
    private const int MaxUnpacked = 20 * 1024 * 1024;

    /// <summary>How far before its stream a dictionary begins.</summary>
    private const int MaxDictionary = 2048;

    public static bool IsMeant(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <exception cref="CvRefusedException">With the reason.</exception>
    public static void Check(ReadOnlyMemory<byte> content)
    {
        CheckEnds(content.Span);
        // One byte is one letter, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(content.Span);
        try
        {
            CheckNames(text);
            CheckObjects(text, content);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new CvRefusedException(CvFault.Broken);
        }
    }

    private static void CheckEnds(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 64 || bytes[5] is not ((byte)'1' or (byte)'2') || bytes[6] != '.')
            throw new CvRefusedException(CvFault.Broken);
        // A program that unpacks looks for the directory from the end.
        if (ZipCheck.EndsAsZip(bytes))
            throw new CvRefusedException(CvFault.TwoInOne);
        var end = bytes.LastIndexOf("%%EOF"u8);
        var start = bytes.LastIndexOf("startxref"u8);
        if (end < 0 || start < 0 || start > end)
            throw new CvRefusedException(CvFault.Broken);
        var tail = bytes[(end + 5)..];
        if (tail.Length > MaxTail || tail.IndexOfAnyExcept(AfterTheEnd) >= 0)
            throw new CvRefusedException(CvFault.TwoInOne);
    }

    private static void CheckObjects(string text, ReadOnlyMemory<byte> content)
    {
        var left = MaxUnpacked;
        for (var stream = StreamStart().Match(text); stream.Success; stream = stream.NextMatch())
        {
            var dictionary = Names(text[Math.Max(0, stream.Index - MaxDictionary)..stream.Index]);
            dictionary = dictionary[Math.Max(0, dictionary.LastIndexOf("endobj", StringComparison.Ordinal))..];
            if (!dictionary.Contains("/ObjStm", StringComparison.Ordinal) || !dictionary.Contains("/Filter", StringComparison.Ordinal))
                continue;
            var unpacked = Unpack(content[(stream.Index + stream.Length)..], left);
            left -= unpacked.Length;
            CheckNames(unpacked);
        }
    }

    private static string Unpack(ReadOnlyMemory<byte> packed, int limit)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            while (stream.Read(buffer) is > 0 and var read)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > limit)
                    throw new CvRefusedException(CvFault.TooLargeUnpacked);
            }
        }
        catch (InvalidDataException)
        {
            // Packed in another way: what cannot be read cannot be looked at.
            throw new CvRefusedException(CvFault.Locked);
        }
        return Encoding.Latin1.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
    }

    private static void CheckNames(string part)
    {
        var names = Names(part);
        if (Program().IsMatch(names))
            throw new CvRefusedException(CvFault.HasProgram);
        if (Inner().IsMatch(names))
            throw new CvRefusedException(CvFault.HasFile);
        if (Encryption().IsMatch(names))
            throw new CvRefusedException(CvFault.Locked);
    }

    /// <summary>A name may hide its letters behind their numbers: /J#61vaScript.</summary>
    private static string Names(string part) => part.Contains('#')
        ? Escape().Replace(part, match => ((char)Convert.ToByte(match.Groups["code"].Value, 16)).ToString())
        : part;

    [GeneratedRegex(@"(?<!end)stream\r?\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex StreamStart();

    [GeneratedRegex("#(?<code>[0-9A-Fa-f]{2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Escape();

    /// <summary>Names so long that chance does not write them into a picture.</summary>
    [GeneratedRegex(@"/(JavaScript|Launch|RichMedia|Rendition|XFA(?=[\s\[]))(?![A-Za-z0-9_.-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Program();

    [GeneratedRegex(@"/(EmbeddedFiles?|GoToE|ImportData|SubmitForm)(?![A-Za-z0-9_.-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inner();

    [GeneratedRegex(@"/Encrypt(?=[\s<])(?!\s*null)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Encryption();
}
