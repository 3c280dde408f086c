using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.Newsroom.Reviews;

/// <summary>Somebody of the staff, as mails reach them.</summary>
/// <param name="Address">Makes the whole address of a path below /newsroom, in their language.</param>
public sealed record Colleague(Mailbox Mailbox, Language Language, Func<string, string> Address);

/// <summary>Asks for one by the number that the newsroom knows; null where nobody of that number works here any more. The host answers.</summary>
public delegate Task<Colleague?> FindColleague(long userId, CancellationToken cancel);
