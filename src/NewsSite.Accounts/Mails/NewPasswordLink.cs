using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Accounts.Mails;

/// <summary>Lets somebody who forgot the password choose a new one.</summary>
public sealed record NewPasswordLink(string Site, string Name, string Link) : MailTemplate<AccountMails, NewPasswordLinkHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["A new password for {0}", Site];

    public override string Text(IStringLocalizer T) => $"""
        {T["Hello {0},", Name]}

        {T["choose a new password here:"]}

        {Link}

        {T["The link works once and for an hour. Your second factor stays as it is."]}

        {T["Somebody has asked for this with your address. If it was not you, do nothing: your password stays."]}
        """;
}
