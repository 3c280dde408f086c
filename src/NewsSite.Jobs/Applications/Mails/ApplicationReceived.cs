using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Applications.Mails;

/// <summary>Tells the applicant that the application has arrived, and asks whether the address is theirs.</summary>
public sealed record ApplicationReceived(string Job, string Employer, string Link) : MailTemplate<JobMails, ApplicationReceivedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Your application: {0}", Job];

    public override string Text(IStringLocalizer T) => $"""
        {T["Your application for “{0}” has arrived at {1}.", Job, Employer]}

        {T["Please confirm that this address is yours: {0} then knows that answers reach you. On the same page you see your application, and can withdraw or erase it.", Employer]}

        {Link}

        {T["Somebody has applied for this job with your address. If it was not you, erase the application by the link: nothing of it is kept."]}
        """;
}
