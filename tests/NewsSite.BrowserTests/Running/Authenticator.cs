using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace NewsSite.BrowserTests.Running;

/// <summary>The app on somebody's phone (RFC 6238: SHA-1, 30 seconds, 6 digits), written here again so that the site is not checked by itself.</summary>
/// <param name="key">As the page shows it, in groups of letters.</param>
public sealed class Authenticator(string key)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _secret = Read(key);
    private long _last;

    /// <summary>A code that was not used yet. The next step's is taken where this one's is gone: clocks may differ by a step.</summary>
    public string Next()
    {
#pragma warning disable RS0030 // A phone has the world's clock, as the program under test has.
        _last = Math.Max(_last + 1, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning restore RS0030
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, _last);
#pragma warning disable CA5350 // RFC 6238 as the apps know it.
        var hash = HMACSHA1.HashData(_secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Read(string key)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in key.Where(char.IsAsciiLetterOrDigit))
        {
            (bits, held) = ((bits << 5) | Letters.IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }
}
