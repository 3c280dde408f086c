namespace NewsSite.Search.Index;

/// <summary>
/// What stands above what: every setting of the rank, in one place. A document's rank is the sum over the asked words of
/// weight · idf · saturated frequency (BM25F: Robertson, Zaragoza and Taylor 2004), raised where the words stand near each other, lowered
/// by age for what ages, raised for what is lifted.
/// </summary>
public sealed record Ranking
{
    public static readonly Ranking Default = new();

    /// <summary>How soon repeating a word stops to help (BM25's k1): at that weighted frequency half of the most is reached.</summary>
    public float Saturation { get; init; } = 1.2f;

    /// <summary>What one occurrence counts in each field.</summary>
    public FieldSetting Title { get; init; } = new(3.0f, 0.5f);
    public FieldSetting By { get; init; } = new(1.5f, 0.3f);
    public FieldSetting Lead { get; init; } = new(1.5f, 0.5f);
    public FieldSetting Filed { get; init; } = new(2.0f, 0.3f);
    public FieldSetting Body { get; init; } = new(1.0f, 0.75f);

    /// <summary>What an occurrence counts of the same stem in another form than asked.</summary>
    public float OtherForm { get; init; } = 0.85f;

    /// <summary>What an occurrence counts that only begins as asked.</summary>
    public float Prefix { get; init; } = 0.7f;

    /// <summary>If the words that begin as asked stand in more than this share of documents, only that they do counts, not how often.</summary>
    public float PrefixIsCommon { get; init; } = 0.05f;

    /// <summary>What an occurrence counts for each typo in which it differs: once, twice this factor.</summary>
    public float Typo { get; init; } = 0.4f;

    /// <summary>A word is taken for a typo too if what it may have meant stands in that many times the documents that have it.</summary>
    public int TypoIsRarer { get; init; } = 50;

    /// <summary>By how much of its rank a document rises at most when the words follow each other as asked.</summary>
    public float Nearness { get; init; } = 0.3f;

    /// <summary>Among how many of the best nearness is looked at: it reorders the first pages, not what is found.</summary>
    public int NearnessAmong { get; init; } = 100;

    /// <summary>At that age something that ages has lost half of what age can take.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How much of its rank age can take from a document.</summary>
    public float AgeTakes { get; init; } = 0.4f;

    /// <summary>What the rank of a lifted document is multiplied by.</summary>
    public float Lift { get; init; } = 2f;

    internal FieldSetting this[int field] => field switch { 0 => Title, 1 => By, 2 => Lead, 3 => Filed, _ => Body };

    /// <summary>The rarer a word the more it says.</summary>
    internal static float InverseFrequency(long documents, long all) =>
        (float)Math.Log(1 + ((Math.Max(0, all - documents) + 0.5) / (documents + 0.5)));

    /// <summary>What is left of the rank at that age: 1 down to 1 − <see cref="AgeTakes"/>.</summary>
    internal float Freshness(long ageInMicroseconds)
    {
        var age = Math.Max(0, ageInMicroseconds) / HalfLife.TotalMicroseconds;
        return (float)(1 - (AgeTakes * age / (1 + age)));
    }
}

/// <param name="Weight">What an occurrence counts in a field of usual length.</param>
/// <param name="LengthMatters">How much less it counts in a longer one: 0 not at all, 1 in proportion (BM25's b).</param>
public sealed record FieldSetting(float Weight, float LengthMatters);
