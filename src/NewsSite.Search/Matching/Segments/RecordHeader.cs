namespace NewsSite.Search.Matching.Segments;

/// <summary>What stands in a search's record: how many conditions that hold, how many that must not, and which of surroundings, pay and remainder, in this order.</summary>
internal static class RecordHeader
{
    /// <summary>Of each sort of conditions.</summary>
    public const int MostConditions = 4095;

    public const int Positives = MostConditions;
    public const int HasReach = 1 << 24;
    public const int HasPay = 1 << 25;
    public const int HasRemainder = 1 << 26;

    private const int NegativesShift = 12;

    public static int Of(int positives, int negatives) => positives | (negatives << NegativesShift);

    public static int PositivesOf(int header) => header & Positives;

    public static int NegativesOf(int header) => (header >> NegativesShift) & MostConditions;

    /// <summary>In numbers, the header aside.</summary>
    public static int LengthOf(int header) =>
        PositivesOf(header) + NegativesOf(header) + ((header >> 24) & 1) + ((header >> 25) & 1) + ((header >> 26) & 1);
}
