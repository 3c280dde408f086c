using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Jobs.Orders.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Notices.Mails;

/// <summary>Three days before a posting closes.</summary>
public sealed record PostingClosesSoon(ToldPosting Posting) : MailTemplate<JobMails, PostingClosesSoonHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Closes soon: {0}", OrderPlaced.Short(Posting.Title)];

    public override string Text(IStringLocalizer T) => $"""
        {T["Your job “{0}” can be found until {1}.", Posting.Title, Bought.Day(Posting.Day)]}

        {T["Is it not filled yet? Renew it here; is it filled? Mark it, so that nobody applies in vain:"]}

        {Posting.Link}

        {T["You get this mail because you posted this job on {0}.", Posting.Site]}
        """;
}
