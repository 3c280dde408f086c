using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Alerts.Mails;

/// <summary>Asks whether its reader wants what was asked for.</summary>
/// <param name="Name">The search in words.</param>
public sealed record ConfirmAlert(string Site, string Name, Frequency Frequency, string Link) : MailTemplate<AlertMails, ConfirmAlertHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Please confirm: {0}", Name.Length <= 100 ? Name : Name[..100] + "…"];

    public override string Text(IStringLocalizer T) => $"""
        {T["Somebody, probably you, asked {0} to send this to your address:", Site]}

            {Name}
            {T["Frequency." + Frequency]}

        {T["Confirm it here, and it begins:"]}

        {Link}

        {T["If it was not you, do nothing: without your confirmation nothing is sent, and your address is erased after seven days."]}
        """;
}
