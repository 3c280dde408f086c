namespace NewsSite.Search.Index.Segments;

/// <summary>
/// The length of a field in words, in one byte: exact up to 64, then in steps of 6 % (Lucene's norms keep fewer digits still). The
/// rank does not notice.
/// </summary>
internal static class FieldLength
{
    private const int Exact = 64;
    private const double Step = 1.06;

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(code =>
        code <= Exact ? code : (int)Math.Round(Exact * Math.Pow(Step, code - Exact)))];

    public static byte Encode(int length)
    {
        if (length <= Exact)
            return (byte)length;
        var found = Array.BinarySearch(Lengths, length);
        return (byte)Math.Min(255, found >= 0 ? found : ~found);
    }

    public static int Decode(byte code) => Lengths[code];
}
