namespace NewsSite.Transfer.Imports;

/// <summary>What became of the things of one kind.</summary>
public sealed record ImportTally
{
    public int New { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Changed there, but kept as it is here, because someone changed it here since.</summary>
    public int Kept { get; init; }
    public int Skipped { get; init; }

    public static ImportTally operator +(ImportTally left, ImportTally right) => Add(left, right);

    public static ImportTally Add(ImportTally left, ImportTally right) => new()
    {
        New = left.New + right.New,
        Updated = left.Updated + right.Updated,
        Unchanged = left.Unchanged + right.Unchanged,
        Kept = left.Kept + right.Kept,
        Skipped = left.Skipped + right.Skipped,
    };
}

/// <summary>Something that did not come over as it was, how often, and the first places where.</summary>
/// <param name="Heading">What kind of thing it is, such as "Elements without a block".</param>
public sealed record ImportNote(string Heading, string Text, int Count, IReadOnlyList<string> Examples);
