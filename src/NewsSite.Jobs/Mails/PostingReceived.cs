using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Tells whoever confirmed an address that the job is with the desk.</summary>
public sealed record PostingReceived(string Title, string Own) : MailTemplate<JobMails, PostingReceivedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["We have your job: {0}", Title];

    public override string Text(IStringLocalizer T) => $"""
        {T["Your job “{0}” is with our jobs desk. You get a mail when it is online, or when something should change.", Title]}

        {T["See where it stands here:"]}

        {Own}

        {T["You get this mail because you handed the job in."]}
        """;
}
