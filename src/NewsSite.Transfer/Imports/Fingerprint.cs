using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Transfer.Imports;

/// <summary>Short forms of many texts, equal only where all the texts are.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public static string Of(IEnumerable<string?> texts) => Convert.ToHexStringLower(Hash(texts));

    /// <summary>
    /// The same as a positive number. Things without a version of their own (sections, tags, pictures) are known to be
    /// unchanged by it.
    /// </summary>
    public static int Digest(params IEnumerable<string?> texts) => BinaryPrimitives.ReadInt32LittleEndian(Hash(texts)) & int.MaxValue;

    private static byte[] Hash(IEnumerable<string?> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}
