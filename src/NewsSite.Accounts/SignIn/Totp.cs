using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>The codes of authenticator apps (RFC 6238: SHA-1, 30 seconds, 6 digits, which is what every app knows).</summary>
public static class Totp
{
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Digits = 6;

    /// <summary>How many steps a phone's clock may be off, either way.</summary>
    private const int Tolerance = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The code of an instant; for tests and for whoever writes an app.</summary>
    public static string Code(byte[] secret, DateTimeOffset at) => Code(secret, Step(at));

    /// <summary>The time step that the code belongs to; null where it is wrong.</summary>
    public static long? Find(byte[] secret, string code, DateTimeOffset now)
    {
        for (var step = Step(now) - Tolerance; step <= Step(now) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.ASCII.GetBytes(code)))
                return step;
        }
        return null;
    }

    /// <summary>What the QR code says (Key URI format).</summary>
    public static string Address(string site, string account, byte[] secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account)}?secret={Base32.Write(secret)}&issuer={Uri.EscapeDataString(site)}&digits={Digits}&period={StepSeconds}";

    private static long Step(DateTimeOffset at) => Microseconds.Cut(at).ToUnixTimeSeconds() / StepSeconds;

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as the apps know it; a MAC does not need what SHA-1 has lost.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

/// <summary>RFC 4648 Base32 without padding, as authenticator apps take keys.</summary>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var part in bytes)
        {
            buffer = (buffer << 8 | part) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Letters[buffer >> (bits - 5) & 31]);
        }
        if (bits > 0)
            text.Append(Letters[buffer << (5 - bits) & 31]);
        return text.ToString();
    }
}
