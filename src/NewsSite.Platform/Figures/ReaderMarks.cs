using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Platform.Figures;

/// <summary>
/// Knows for one day whether a reader did a thing already, without knowing the reader: by a hash whose salt is made at random, is
/// held in memory only and is thrown away with the day. What is left afterwards says nothing of anybody. Another node and the same
/// node after a restart have another salt, and may count a reader once more.
/// </summary>
internal sealed class ReaderMarks
{
    /// <summary>About 40 MB. A machine that makes up readers all day must not fill the memory; after that nobody is counted until midnight.</summary>
    internal const int Most = 1_000_000;

    private readonly HashSet<ulong> _known = [];
    private byte[] _salt = [];
    private DateOnly _day;

    /// <param name="reader">What tells readers apart: network address, browser, languages.</param>
    /// <returns>Whether it is the first time today.</returns>
    public bool IsFirst(DateOnly today, string reader, Sighting sighting)
    {
        if (today != _day || _salt.Length == 0)
        {
            CryptographicOperations.ZeroMemory(_salt);
            (_day, _salt) = (today, RandomNumberGenerator.GetBytes(32));
            _known.Clear();
            _known.TrimExcess();
        }
        if (_known.Count >= Most)
            return false;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes($"{sighting.Act} {sighting.Kind}/{sighting.Id} {reader}"), hash);
        return _known.Add(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }
}
