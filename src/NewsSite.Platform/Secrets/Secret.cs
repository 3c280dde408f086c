using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Platform.Secrets;

/// <summary>
/// Something that only its bearer knows: in a link or a cookie. 256 random bits need no slow hash and no salt; the database
/// keeps the SHA-256 and can be found by it.
/// </summary>
public static class Secret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
