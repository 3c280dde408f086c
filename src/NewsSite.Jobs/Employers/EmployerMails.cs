using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Employers;

/// <summary>Mails about who acts for a company; they are written into the outbox by the caller's save.</summary>
public sealed class EmployerMails(Outbox outbox, MailWriter writer, FindSiteFace face, FindContact find, IOptions<SiteSettings> settings)
{
    public async Task InvitedAsync(EmployerInvitation invitation, string secret, string company, string by, Language language)
    {
        var link = $"{settings.Value.PublicUrl.TrimEnd('/')}{language.Prefix}/jobs/join/{secret}";
        outbox.Add(await writer.WriteAsync(new MemberInvited((await face()).Name, company, by, link), new Mailbox(invitation.Email), language));
    }

    /// <summary>Tells an owner that somebody asks.</summary>
    public Task AskedAsync(long owner, long employer, string company, string who, CancellationToken cancel) => SendAsync(owner,
        contact => new JoinAsked(company, who, contact.Address(string.Create(CultureInfo.InvariantCulture, $"/employer/{employer}/people"))), cancel);

    /// <summary>Tells somebody that they may act for the company from now on.</summary>
    public Task JoinedAsync(long user, long employer, string company, CancellationToken cancel) => SendAsync(user,
        contact => new Joined(company, contact.Address(string.Create(CultureInfo.InvariantCulture, $"/employer/{employer}"))), cancel);

    private async Task SendAsync(long user, Func<EmployerContact, MailTemplate> write, CancellationToken cancel)
    {
        if (await find(user, cancel) is { } contact)
            outbox.Add(await writer.WriteAsync(write(contact), contact.Mailbox, contact.Language));
    }
}
