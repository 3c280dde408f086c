using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Accounts.Mails;

/// <summary>Invites somebody to work on the paper.</summary>
public sealed record StaffInvitation(string Site, string Link) : MailTemplate<AccountMails, StaffInvitationHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Your invitation to {0}", Site];

    public override string Text(IStringLocalizer T) => $"""
        {T["You are invited to work on {0}.", Site]} {T["Choose a name and a password here:"]}

        {Link}

        {T["The link works once and for 24 hours."]}

        {T["Somebody of the paper has entered your address. If you do not know why, do nothing: without you nothing happens."]}
        """;
}
