using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Invites somebody to act for a company.</summary>
public sealed record MemberInvited(string Site, string Company, string By, string Link) : MailTemplate<JobMails, MemberInvitedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Post jobs for {0}", Company];

    public override string Text(IStringLocalizer T) => $"""
        {T["{0} invites you to post jobs for {1} on {2}.", By, Company, Site]}

        {T["The link works once and for seven days:"]}

        {Link}

        {T["Somebody of {0} has entered your address. If you do not know why, do nothing: without you nothing happens.", Company]}
        """;
}
