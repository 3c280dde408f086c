using System.Globalization;
using System.Text;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>Takes base64 and quoted-printable off again; what is broken stays as it is.</summary>
internal static class TransferDecoding
{
    public static byte[] Base64(ReadOnlySpan<byte> encoded)
    {
        var letters = new StringBuilder(encoded.Length);
        foreach (var octet in encoded)
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'+' or (byte)'/')
                letters.Append((char)octet);
        }
        // A cut text decodes up to its last whole letters.
        letters.Length -= letters.Length % 4 == 1 ? 1 : 0;
        letters.Append('=', (4 - (letters.Length % 4)) % 4);
        return Convert.FromBase64String(letters.ToString());
    }

    public static byte[] Quoted(ReadOnlySpan<byte> encoded)
    {
        var decoded = new List<byte>(encoded.Length);
        for (var place = 0; place < encoded.Length; place++)
        {
            var rest = encoded[(place + 1)..];
            if (encoded[place] != '=')
            {
                decoded.Add(encoded[place]);
            }
            else if (rest.Length >= 2 && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                decoded.Add(octet);
                place += 2;
            }
            else if (rest.IndexOf((byte)'\n') is >= 0 and var end && rest[..end].Trim(" \t\r"u8).IsEmpty)
            {
                place += end + 1;
            }
            else
            {
                decoded.Add(encoded[place]);
            }
        }
        return [.. decoded];
    }
}
