using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Feeds;

/// <summary>
/// The identity of an item in feeds. Feed readers show an item again when it changes, so it is made of nothing that can
/// change: neither the address nor the host, but the kind, the id and the moment when it was created.
/// </summary>
internal static class LastingId
{
    public static string Of(string kind, long id, DateTimeOffset createdAt)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}/{id}/{Microseconds.FromInstant(createdAt)}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        // A UUID of version 8, made from a name by a hash of one's own choice (RFC 9562).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }
}
