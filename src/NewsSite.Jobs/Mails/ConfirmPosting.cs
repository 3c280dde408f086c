using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Asks whoever has written an advert whether the address is theirs; the link makes the account and hands the advert in.</summary>
/// <param name="Site">The paper.</param>
/// <param name="Title">The advert's.</param>
/// <param name="Company">For which it is.</param>
/// <param name="Link">Shows a page; only its button does anything.</param>
public sealed record ConfirmPosting(string Site, string Title, string Company, string Link) : MailTemplate<JobMails, ConfirmPostingHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Confirm your job: {0}", Title];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {T["Confirm your address here, and the job goes to our jobs desk:"]}

        {Link}

        {T["The link works once and for three days."]}

        {T["Somebody has entered your address on {0}. If it was not you, do nothing: nothing is published.", Site]}
        """;

    internal string What(IStringLocalizer T) => T["You have written the job “{0}” for {1}.", Title, Company];
}
