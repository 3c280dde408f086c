namespace NewsSite.Search.Index;

/// <summary>What became of the attempt to start from a snapshot. All but the first: the index is empty still and has to be filled from the database.</summary>
public enum SnapshotOutcome
{
    Loaded,

    /// <summary>There is no file.</summary>
    Missing,

    /// <summary>Cut short, changed on the disk, or something else altogether.</summary>
    Broken,

    /// <summary>Written by another version of the program.</summary>
    OtherFormat,

    /// <summary>Of another database.</summary>
    OtherDatabase,

    /// <summary>Words are analysed differently by now.</summary>
    OtherLexicon,
}
