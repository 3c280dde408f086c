using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Tells somebody that they act for a company from now on.</summary>
public sealed record Joined(string Company, string Link) : MailTemplate<JobMails, JoinedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["You now act for {0}", Company];

    public override string Text(IStringLocalizer T) => $"""
        {T["You can now post jobs for {0} and see its applications.", Company]}

        {Link}

        {T["You get this mail because you asked to act for {0}.", Company]}
        """;
}
