using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsSite.Search.Index.Postings;

/// <summary>
/// Numbers of the same few bits each, one after the other (frame of reference: Zukowski et al. 2006, as in Lucene's ForUtil). Reading
/// one takes eight bytes at once, so that many bytes must follow the last number: <see cref="Slack"/>.
/// </summary>
internal static class BitPacking
{
    public const int Slack = 8;

    public static int BitsFor(int greatest) => 32 - BitOperations.LeadingZeroCount((uint)greatest);

    public static int BytesFor(int bits) => (bits + 7) >> 3;

    public static void Unpack(ReadOnlySpan<byte> data, int bits, Span<int> numbers) => Unpack(data, 0, bits, numbers);

    /// <param name="at">The bit at which the first number begins.</param>
    public static void Unpack(ReadOnlySpan<byte> data, int at, int bits, Span<int> numbers)
    {
        if (bits == 0)
        {
            numbers.Clear();
            return;
        }
        if (numbers.Length == 0)
            return;
        // One check instead of one for each number: this is where searching and merging spend their time.
        if (data.Length < ((at + ((numbers.Length - 1) * bits)) >> 3) + sizeof(ulong))
            throw new ArgumentException("There are fewer numbers.", nameof(data));
        ref var first = ref MemoryMarshal.GetReference(data);
        var mask = (1UL << bits) - 1;
        for (var index = 0; index < numbers.Length; index++, at += bits)
            numbers[index] = (int)((Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at >> 3)) >> (at & 7)) & mask);
    }
}
