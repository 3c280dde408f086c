namespace NewsSite.Jobs.Spam;

/// <summary>What looks like spam about a posting.</summary>
public enum SpamSign
{
    ManyLinks,

    /// <summary>The same advert stands or waits elsewhere.</summary>
    Duplicate,
    ScamWords,
    DisposableAddress,

    /// <summary>Another company has the name.</summary>
    KnownName,
}

/// <summary>A sign, and by what it was known.</summary>
public sealed record FoundSign(SpamSign Sign, string Detail)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static FoundSign? Parse(string line) =>
        line.Split(' ', 2) is [var name, var detail] && Enum.TryParse<SpamSign>(name, out var sign) && Enum.IsDefined(sign) ? new FoundSign(sign, detail) : null;

    /// <summary>Those of a posting.</summary>
    public static IReadOnlyList<FoundSign> Of(Postings.Posting posting) => [.. posting.Signs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<FoundSign>()];

    public override string ToString() => $"{Sign} {Detail.ReplaceLineEndings(" ")}";
}
