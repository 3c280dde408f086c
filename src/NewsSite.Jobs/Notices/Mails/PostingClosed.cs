using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Mails;
using NewsSite.Jobs.Orders.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Notices.Mails;

/// <summary>A posting has closed: what it brought.</summary>
public sealed record PostingClosed(ToldPosting Posting, PostingFigure Figures) : MailTemplate<JobMails, PostingClosedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Closed: {0}", OrderPlaced.Short(Posting.Title)];

    public override string Text(IStringLocalizer T) => $"""
        {T["Your job “{0}” closed on {1}. This is what it brought:", Posting.Title, Bought.Day(Posting.Day)]}

        {T["Views: {0}", Number(Figures.Views)]}
        {T["Shown in Top jobs: {0}", Number(Figures.Shown)]}
        {T["Clicks on Apply: {0}", Number(Figures.ApplyClicks)]}
        {T["Applications on this site: {0}", Number(Figures.Applications)]}

        {T["Day by day:"]}

        {Posting.Link}

        {T["You get this mail because you posted this job on {0}.", Posting.Site]}
        """;

    internal static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture).Replace('\u202f', '\u00a0');
}
