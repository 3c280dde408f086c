using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Applications.Mails;

/// <summary>Tells a recruiter that somebody has applied. Who it is stands behind the sign-in: mails are forwarded, and strangers' words do not belong in them.</summary>
public sealed record NewApplication(string Job, string Link) : MailTemplate<JobMails, NewApplicationHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["New application: {0}", Job];

    public override string Text(IStringLocalizer T) => $"""
        {T["Somebody has applied for “{0}”.", Job]}

        {Link}

        {Why(T)}
        """;

    internal static string Why(IStringLocalizer T) => T["You get this mail because you look after your company's jobs on this site."];
}
