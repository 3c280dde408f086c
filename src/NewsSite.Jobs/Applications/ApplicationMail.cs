using System.Globalization;
using NewsSite.Jobs.Applications.Mails;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>Mails to applicants and to those who read their applications. Written before a write begins, put into the outbox by it.</summary>
public sealed class ApplicationMail(Outbox outbox, MailWriter writer, ApplicationLink link, EmployerContacts people, PaperClock clock)
{
    internal void Send(IEnumerable<OutgoingMail> mails)
    {
        foreach (var mail in mails)
            outbox.Add(mail);
    }

    internal async Task<IReadOnlyList<OutgoingMail>> ForReceivedAsync(Application application, Posting posting, CancellationToken cancel)
    {
        var mails = new List<OutgoingMail>
        {
            await ToApplicantAsync(application, address => new ApplicationReceived(OneLine(posting.Title), OneLine(posting.Employer.Name), address), cancel),
        };
        var inbox = string.Create(CultureInfo.InvariantCulture, $"/employer/{posting.EmployerId}/applications");
        foreach (var contact in await people.OfAsync(posting.EmployerId, cancel))
            mails.Add(await writer.WriteAsync(new NewApplication(OneLine(posting.Title), contact.Address(inbox)), contact.Mailbox, contact.Language));
        return mails;
    }

    internal Task<OutgoingMail> AlreadyAsync(Application first, Posting posting, CancellationToken cancel) =>
        ToApplicantAsync(first, address => new AppliedAlready(OneLine(posting.Title), OneLine(posting.Employer.Name), DayOf(first.ReceivedAt), address), cancel);

    internal Task<OutgoingMail> ErasedAsync(Application application, Posting posting, DateTimeOffset at, CancellationToken cancel) =>
        ToApplicantAsync(application, address => new ApplicationErased(OneLine(posting.Title), OneLine(posting.Employer.Name), DayOf(at), address), cancel);

    /// <param name="replyTo">The colleague's address, to which the applicant answers.</param>
    internal async Task<OutgoingMail> ReplyAsync(Application application, Posting posting, InboxReply reply, string replyTo, CancellationToken cancel) =>
        await ToApplicantAsync(application, address => new ApplicationReply(OneLine(reply.Subject), reply.Body, OneLine(posting.Title), OneLine(posting.Employer.Name), address), cancel) with { ReplyTo = replyTo };

    private async Task<OutgoingMail> ToApplicantAsync(Application application, Func<string, MailTemplate> write, CancellationToken cancel)
    {
        var language = Language.OrDefault(application.Language);
        return await writer.WriteAsync(write(await link.ToAsync(application.Number, language, cancel)), new Mailbox(application.Email), language);
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at).DateTime);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
