using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.Newsroom.Reviews;

/// <summary>What came of handing an article on.</summary>
public enum Handover
{
    Done,

    /// <summary>There is no such article.</summary>
    Missing,

    /// <summary>Somebody has handed it on meanwhile: it is not where this begins.</summary>
    NotNow,

    /// <summary>Nobody can read what has no headline.</summary>
    NoHeadline,

    /// <summary>Sent back without a word why.</summary>
    NoWord,
}

/// <summary>Whoever wrote it, as mails reach them. The newsroom knows a number; the host knows the address.</summary>
public sealed record Writer(Mailbox Mailbox, Language Language, string Link);
