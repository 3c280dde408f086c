using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Tells an owner that somebody with an address of the company asks to act for it.</summary>
public sealed record JoinAsked(string Company, string Who, string Link) : MailTemplate<JobMails, JoinAskedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Somebody wants to post jobs for {0}", Company];

    public override string Text(IStringLocalizer T) => $"""
        {T["{0} asks to act for {1}.", Who, Company]}

        {T["Say yes or no here:"]}

        {Link}

        {T["You get this mail because you are an owner of {0}.", Company]}
        """;
}
