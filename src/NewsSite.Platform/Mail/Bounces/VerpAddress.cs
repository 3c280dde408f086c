using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace NewsSite.Platform.Mail.Bounces;

/// <summary>
/// The envelope sender that says to which mail a bounce belongs: b-{number}-{signature}@{bounce domain}. Nobody without the key can make one, so
/// that nobody can unsubscribe others by made-up bounces. Letters and digits only: servers on the way may change the case.
/// </summary>
public sealed partial class VerpAddress
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>80 bits: it is tried by mail, not by a processor.</summary>
    private const int SignatureLength = 16;

    private readonly byte[] _key;

    /// <param name="key">32 secret bytes, for this purpose only.</param>
    public VerpAddress(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32, nameof(key));
        _key = key;
    }

    /// <param name="mail">The mail's number; not negative.</param>
    /// <param name="domain">Mail:BounceDomain.</param>
    public string Of(long mail, string domain)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mail);
        return $"b-{Number(mail)}-{Signature(mail)}@{domain}";
    }

    /// <summary>The mail's number; null: it is no such address, or not one of ours.</summary>
    public long? MailOf(string address)
    {
        if (Pattern().Match(address.ToLowerInvariant()) is not { Success: true } match)
            return null;
        var mail = 0L;
        foreach (var letter in match.Groups["mail"].Value)
            mail = (mail << 5) | (uint)Letters.IndexOf(letter, StringComparison.Ordinal);
        return mail >= 0 && Number(mail) == match.Groups["mail"].Value && CryptographicOperations.FixedTimeEquals(Bytes(Signature(mail)), Bytes(match.Groups["signature"].Value)) ? mail : null;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    private static string Number(long mail)
    {
        var number = "";
        do
        {
            number = Letters[(int)(mail & 31)] + number;
            mail >>= 5;
        }
        while (mail > 0);
        return number;
    }

    private string Signature(long mail)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, mail);
        var hash = HMACSHA256.HashData(_key, number);
        return string.Create(SignatureLength, hash, static (letters, hash) =>
        {
            for (var place = 0; place < letters.Length; place++)
                letters[place] = Letters[hash[place] & 31];
        });
    }

    [GeneratedRegex("^b-(?<mail>[a-z2-7]{1,13})-(?<signature>[a-z2-7]{16})@", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
