using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>
/// A mail that was read, or a part of one: its header decoded, and either parts or content. Reading never fails: what is
/// broken is taken for text.
/// </summary>
public sealed partial class MimePart
{
    private const int MaxDepth = 10;
    private const int MaxParts = 200;

    private readonly List<KeyValuePair<string, string>> _headers;
    private readonly byte[] _content;

    private MimePart(List<KeyValuePair<string, string>> headers, byte[] content)
    {
        _headers = headers;
        _content = content;
    }

    /// <summary>Such as text/html, in lower case.</summary>
    public string ContentType { get; private set; } = "text/plain";

    public IReadOnlyList<MimePart> Parts { get; private set; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    public static MimePart Read(ReadOnlySpan<byte> mail) => Read(mail, 0);

    /// <summary>A header's value with encoded words decoded.</summary>
    public static string Decode(string value) => HeaderText.Decode(value);

    /// <summary>The first header of that name with encoded words decoded; empty where there is none.</summary>
    public string Header(string name) =>
        HeaderText.Decode(_headers.Find(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "");

    /// <summary>The content as text, transfer encoding and character set taken off.</summary>
    public string Text()
    {
        var bytes = Header("Content-Transfer-Encoding").Trim().ToLowerInvariant() switch
        {
            "base64" => TransferDecoding.Base64(_content),
            "quoted-printable" => TransferDecoding.Quoted(_content),
            _ => _content,
        };
        return HeaderText.Charset(Parameter("charset")).GetString(bytes);
    }

    /// <summary>The first part of that type, this one included; null where there is none.</summary>
    public MimePart? Find(string contentType) =>
        ContentType == contentType ? this : Parts.Select(part => part.Find(contentType)).FirstOrDefault(found => found is not null);

    private static MimePart Read(ReadOnlySpan<byte> mail, int depth)
    {
        var (headers, start) = ReadHeaders(mail);
        var part = new MimePart(headers, mail[start..].ToArray());
        var type = part.Header("Content-Type").Split(';')[0].Trim().ToLowerInvariant();
        if (type.Contains('/', StringComparison.Ordinal))
            part.ContentType = type;
        var boundary = part.Parameter("boundary");
        if (part.ContentType.StartsWith("multipart/", StringComparison.Ordinal) && boundary.Length > 0 && depth < MaxDepth)
            part.Parts = ReadParts(part._content, boundary, depth);
        return part;
    }

    private static (List<KeyValuePair<string, string>> Headers, int Start) ReadHeaders(ReadOnlySpan<byte> mail)
    {
        var headers = new List<KeyValuePair<string, string>>();
        var place = 0;
        while (place < mail.Length)
        {
            var line = Line(mail, place, out var next);
            if (line.Length == 0)
                return (headers, next);
            // Old mails hold Latin-1 in their headers; new ones UTF-8.
            var text = Encoding.UTF8.GetString(line);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (text[0] is ' ' or '\t' && headers.Count > 0)
                headers[^1] = new(headers[^1].Key, headers[^1].Value + text);
            else if (colon > 0 && !text[..colon].Contains(' ', StringComparison.Ordinal))
                headers.Add(new(text[..colon], text[(colon + 1)..].Trim()));
            else
                return (headers, place);
            place = next;
        }
        return (headers, mail.Length);
    }

    private static List<MimePart> ReadParts(ReadOnlySpan<byte> content, string boundary, int depth)
    {
        var marker = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<MimePart>();
        var partStart = -1;
        for (var place = 0; place < content.Length && parts.Count < MaxParts;)
        {
            var line = Line(content, place, out var next);
            if (line.StartsWith(marker))
            {
                if (partStart >= 0)
                    parts.Add(Read(WithoutLineEnd(content[partStart..place]), depth + 1));
                partStart = next;
                if (line[marker.Length..].StartsWith("--"u8))
                    return parts;
            }
            place = next;
        }
        if (partStart >= 0 && partStart < content.Length)
            parts.Add(Read(content[partStart..], depth + 1));
        return parts;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> mail, int place, out int next)
    {
        var length = mail[place..].IndexOf((byte)'\n');
        next = length < 0 ? mail.Length : place + length + 1;
        return mail[place..next].TrimEnd("\r\n"u8);
    }

    /// <summary>The line end before a boundary belongs to the boundary.</summary>
    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> part) =>
        part.EndsWith("\r\n"u8) ? part[..^2] : part.EndsWith("\n"u8) ? part[..^1] : part;

    private string Parameter(string name) =>
        Parameters().Matches(Header("Content-Type")).FirstOrDefault(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Groups["quoted"].Success ? found.Groups["quoted"].Value.Replace("\\", "", StringComparison.Ordinal) : found.Groups["plain"].Value
            : "";

    [GeneratedRegex(""";\s*(?<name>[\w-]+)\s*=\s*("(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^;\s]+))""")]
    private static partial Regex Parameters();
}
