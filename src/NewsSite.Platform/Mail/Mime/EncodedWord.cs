using System.Globalization;
using System.Text;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>
/// Text of any script in a header: encoded words of UTF-8 (RFC 2047), each of whole characters, in the
/// shorter of the two encodings.
/// </summary>
internal static class EncodedWord
{
    private const string Base64Start = "=?utf-8?B?";
    private const string QuotedStart = "=?utf-8?Q?";
    private const string End = "?=";

    /// <summary>So that a word and its frame fit into the 76 characters of a line, behind "Reply-To: " too.</summary>
    private const int MaxPayload = 52;

    /// <summary>The words of a free text such as a subject: plain where it is ASCII, else all of it encoded.</summary>
    public static IEnumerable<string> Text(string text) => IsPlain(text) ? text.Split(' ') : Encode(text);

    /// <summary>A phrase, as the name beside an address: atoms, a quoted string, or encoded words.</summary>
    public static string Phrase(string name)
    {
        if (name.Length == 0)
            return "";
        // A long quoted string could not be folded everywhere; encoded words can.
        if (!IsPlain(name) || name.Length > MaxPayload)
            return string.Join(' ', Encode(name));
        return name.All(letter => letter == ' ' || IsAtomLetter(letter)) && !name.Contains("  ", StringComparison.Ordinal)
            ? name
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsPlain(string text) =>
        text.All(letter => letter is >= ' ' and <= '~')
        && !text.Contains("=?", StringComparison.Ordinal)
        && text.Trim().Length == text.Length
        && text.Split(' ').All(word => word.Length <= MaxPayload);

    private static IEnumerable<string> Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var quotedLength = bytes.Sum(QuotedLength);
        return quotedLength <= (bytes.Length + 2) / 3 * 4 ? Quoted(text) : Base64(text);
    }

    private static IEnumerable<string> Quoted(string text)
    {
        var word = new StringBuilder();
        foreach (var character in Characters(text))
        {
            if (word.Length + character.Sum(QuotedLength) > MaxPayload)
            {
                yield return QuotedStart + word + End;
                word.Clear();
            }
            foreach (var octet in character)
            {
                if (octet == ' ')
                    word.Append('_');
                else if (QuotedLength(octet) == 1)
                    word.Append((char)octet);
                else
                    word.Append(CultureInfo.InvariantCulture, $"={octet:X2}");
            }
        }
        yield return QuotedStart + word + End;
    }

    private static IEnumerable<string> Base64(string text)
    {
        var word = new List<byte>();
        foreach (var character in Characters(text))
        {
            if ((word.Count + character.Length + 2) / 3 * 4 > MaxPayload)
            {
                yield return Base64Start + Convert.ToBase64String([.. word]) + End;
                word.Clear();
            }
            word.AddRange(character);
        }
        yield return Base64Start + Convert.ToBase64String([.. word]) + End;
    }

    /// <summary>The bytes of each character as people see it: an accent stays with its letter where it fits into a word.</summary>
    private static IEnumerable<byte[]> Characters(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var bytes = Encoding.UTF8.GetBytes(element);
            if (bytes.Length * 3 <= MaxPayload)
            {
                yield return bytes;
                continue;
            }
            foreach (var rune in element.EnumerateRunes())
                yield return Encoding.UTF8.GetBytes(rune.ToString());
        }
    }

    /// <summary>Only what RFC 2047 lets stand in a phrase too, so that one encoding serves both places.</summary>
    private static int QuotedLength(byte octet) =>
        octet == ' ' || char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/' ? 1 : 3;

    private static bool IsAtomLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~".Contains(letter, StringComparison.Ordinal);
}
