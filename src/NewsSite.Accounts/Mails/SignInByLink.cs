using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Accounts.Mails;

/// <summary>Lets somebody in who asked for a link instead of typing a password.</summary>
public sealed record SignInByLink(string Site, string Name, string Link) : MailTemplate<AccountMails, SignInByLinkHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Your link to sign in at {0}", Site];

    public override string Text(IStringLocalizer T) => $"""
        {T["Hello {0},", Name]}

        {T["sign in here:"]}

        {Link}

        {T["The link works once and for half an hour."]}

        {T["Somebody has asked for this with your address. If it was not you, do nothing: nobody comes in."]}
        """;
}
