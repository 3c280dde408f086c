using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Tells whoever handed a job in that readers see it.</summary>
/// <param name="Title">The advert's.</param>
/// <param name="Link">The job's page.</param>
/// <param name="Own">Where it is changed and closed.</param>
public sealed record PostingPublished(string Title, string Link, string Own) : MailTemplate<JobMails, PostingPublishedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Online: {0}", Title];

    public override string Text(IStringLocalizer T) => $"""
        {T["Your job “{0}” is online:", Title]}

        {Link}

        {T["Change it, or mark it as filled, here:"]}

        {Own}

        {T["You get this mail because you handed the job in."]}
        """;
}
