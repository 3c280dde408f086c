using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NewsSite.Search.Index.Snapshots;

/// <summary>Writes arrays as they lie in memory, and the checksum of everything at the end.</summary>
internal sealed class SnapshotWriter(Stream stream) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Write(long number) => Raw<long>([number]);

    public void Write(string text) => Write<char>(text);

    /// <summary>Its length, then its elements.</summary>
    public void Write<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        Write(elements.Length);
        Raw(elements);
    }

    public void WriteChecksum() => stream.Write(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Raw<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(elements);
        _hash.AppendData(bytes);
        stream.Write(bytes);
    }
}
