using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NewsSite.Search.Index.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote.</summary>
internal sealed class SnapshotReader(Stream stream)
{
    private const int ChecksumSize = SHA256.HashSizeInBytes;

    /// <summary>Whether the checksum at the end is that of what stands before it; from the stream's beginning, where it stands again afterwards.</summary>
    public static bool IsWhole(Stream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var left = stream.Length - ChecksumSize;
        if (left < 0)
            return false;
        stream.Position = 0;
        var buffer = new byte[1 << 20];
        while (left > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
                return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        var checksum = new byte[ChecksumSize];
        stream.ReadExactly(checksum);
        stream.Position = 0;
        return checksum.AsSpan().SequenceEqual(hash.GetHashAndReset());
    }

    public long ReadNumber()
    {
        var number = 0L;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<long>(ref number)));
        return number;
    }

    public int ReadCount() => checked((int)ReadNumber());

    public string ReadText() => new(Read<char>());

    public T[] Read<T>()
        where T : unmanaged
    {
        var length = ReadNumber();
        if (length < 0 || length > stream.Length / Unsafe.SizeOf<T>())
            throw new InvalidDataException($"The snapshot says that {length} elements follow.");
        var elements = GC.AllocateUninitializedArray<T>((int)length);
        stream.ReadExactly(MemoryMarshal.AsBytes(elements.AsSpan()));
        return elements;
    }
}
