using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>Reads what RFC 2047 has encoded.</summary>
internal static partial class HeaderText
{
    public static string Decode(string value)
    {
        // White space between two encoded words belongs to the folding.
        var joined = Between().Replace(value, "$1");
        return Word().Replace(joined, match =>
        {
            var text = match.Groups["text"].Value;
            var bytes = match.Groups["how"].Value is "b" or "B"
                ? TransferDecoding.Base64(Encoding.ASCII.GetBytes(text))
                : TransferDecoding.Quoted(Encoding.ASCII.GetBytes(text.Replace('_', ' ')));
            return Charset(match.Groups["charset"].Value).GetString(bytes);
        });
    }

    /// <summary>The named character set; UTF-8 where it is unknown.</summary>
    public static Encoding Charset(string name)
    {
        try
        {
            return name.Length == 0 ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"(=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]+)(\*[^?\s]*)?\?(?<how>[bBqQ])\?(?<text>[^?\s]*)\?=")]
    private static partial Regex Word();
}
