namespace NewsSite.Jobs.Applications;

public enum EntryKind
{
    /// <summary>For colleagues alone.</summary>
    Note,

    /// <summary>A mail to the applicant; the text is what it said.</summary>
    Reply,

    /// <summary>The text is the new state's name.</summary>
    Moved,
    Confirmed,
    Withdrawn,
}

/// <summary>What happened with an application, in order. Erased with it.</summary>
public sealed class ApplicationEntry
{
    public const int MaxText = 10_000;

    public long Id { get; private set; }
    public required long ApplicationId { get; init; }
    public required EntryKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Of a reply.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The colleague's name as it was then; empty: the applicant.</summary>
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}
