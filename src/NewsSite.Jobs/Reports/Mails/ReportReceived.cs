using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Reports.Mails;

/// <summary>Tells whoever reported a job that the report has come.</summary>
public sealed record ReportReceived(string Job, string Employer, ReportReason Reason) : MailTemplate<JobMails, ReportReceivedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["We have your report: {0}", Job];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {T["Somebody at our desk looks at it, not a program. You get a mail with what we decide and why. The employer does not learn who you are."]}

        {T["You get this mail because this address was given with a report. If it was not you, do nothing."]}
        """;

    internal string What(IStringLocalizer T) => T["You reported the job “{0}” of {1}: {2}", Job, Employer, T["ReportReason." + Reason].Value];
}
