using Microsoft.Extensions.Options;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Reports.Mails;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Reports;

/// <summary>Mails to both sides of a report; put into the outbox by the caller's write.</summary>
public sealed class ReportMail(Outbox outbox, MailWriter writer, EmployerContacts people, IOptions<SiteSettings> settings)
{
    internal void Send(OutgoingMail? mail)
    {
        if (mail is not null)
            outbox.Add(mail);
    }

    /// <summary>Null: no answer is wanted.</summary>
    internal async Task<OutgoingMail?> ReceivedAsync(Report report, Posting posting) => report.Email.Length == 0
        ? null
        : await writer.WriteAsync(new ReportReceived(OneLine(posting.Title), OneLine(posting.Employer.Name), report.Reason), new Mailbox(report.Email), Language.OrDefault(report.Language));

    internal async Task DecidedAsync(Report report, Posting posting, ReportVerdict verdict, CancellationToken cancel)
    {
        if (report.Email.Length > 0)
            outbox.Add(await writer.WriteAsync(About(report, posting, verdict, isToEmployer: false), new Mailbox(report.Email), Language.OrDefault(report.Language)));
        foreach (var contact in await people.OfAsync(posting.EmployerId, cancel))
            outbox.Add(await writer.WriteAsync(About(report, posting, verdict, isToEmployer: true, contact.Language), contact.Mailbox, contact.Language));
    }

    private ReportDecided About(Report report, Posting posting, ReportVerdict verdict, bool isToEmployer, Language? language = null) =>
        new(OneLine(posting.Title), OneLine(posting.Employer.Name), report.Reason, verdict, isToEmployer, Contact(language ?? Language.OrDefault(report.Language)));

    private string Contact(Language language) => $"{settings.Value.PublicUrl.TrimEnd('/')}{language.Prefix}/pages/contact";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
