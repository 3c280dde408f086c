namespace NewsSite.Newsroom.Edits;

/// <summary>What came of a change that somebody made on a form.</summary>
public enum EditOutcome
{
    Saved,

    /// <summary>The thing is not there, or not any more.</summary>
    Missing,

    /// <summary>Somebody else changed it since the form was opened; nothing was written.</summary>
    Stale,

    /// <summary>Another has this address.</summary>
    AddressTaken,

    /// <summary>A section would lie in itself.</summary>
    Circular,

    /// <summary>Something still lies in it or carries it.</summary>
    InUse,
}
