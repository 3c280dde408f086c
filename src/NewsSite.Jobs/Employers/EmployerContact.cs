using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.Jobs.Employers;

/// <summary>Somebody who acts for a company, as mails reach them.</summary>
/// <param name="Address">Makes the whole address of a path of the site, in their language.</param>
public sealed record EmployerContact(Mailbox Mailbox, Language Language, Func<string, string> Address);

/// <summary>Asks for one by the number that Accounts gave; null where nobody of that number can sign in any more. The host answers.</summary>
public delegate Task<EmployerContact?> FindContact(long userId, CancellationToken cancel);
