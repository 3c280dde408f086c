using Microsoft.Extensions.Localization;

namespace NewsSite.Platform.Mail.Templates;

/// <summary>Shows that mails arrive: sent by the verb "mail test".</summary>
/// <param name="Way">Which way it went, such as a server's name.</param>
public sealed record TestMail(string Site, string Way) : MailTemplate<MailWords, TestMailHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Test mail from {0}", Site];

    public override string Text(IStringLocalizer T) => $"""
        {T["Mails of this site arrive: this one came by {0}.", Way]}

        {T["Somebody with access to the server has sent it on purpose."]}
        """;
}
