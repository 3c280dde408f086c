using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Notices.Mails;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Notices;

/// <summary>Writes these mails, to who last ordered for the posting. They leave with the caller's write.</summary>
public sealed class NoticeMail(NewsDb db, Outbox outbox, MailWriter writer, PostingFigures figures, PaperClock clock, IOptions<SiteSettings> settings)
{
    internal async Task AddAsync(DueNotice due, CancellationToken cancel)
    {
        var posting = await db.Set<Posting>().AsNoTracking().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == due.PostingId, cancel);
        var order = await db.Set<Order>().AsNoTracking().Where(order => order.PostingId == due.PostingId && order.BuyerMail != "").OrderByDescending(order => order.Id).FirstAsync(cancel);
        var language = Language.OrDefault(order.Language);
        var told = new ToldPosting
        {
            Site = settings.Value.Name,
            Title = posting.Title,
            // The last day, as pages say it: what closes at midnight was open the day before.
            Day = DateOnly.FromDateTime(clock.Local(due.About.AddSeconds(due.Subject == NoticeSubject.ClosesSoon ? -1 : 0)).DateTime),
            Link = settings.Value.PublicUrl.TrimEnd('/') + language.Prefix
                + string.Create(CultureInfo.InvariantCulture, $"/employer/{posting.EmployerId}/postings/{posting.Id}{(due.Subject == NoticeSubject.Closed ? "/figures" : "")}"),
        };
        MailTemplate mail = due.Subject == NoticeSubject.ClosesSoon
            ? new PostingClosesSoon(told)
            : new PostingClosed(told, (await figures.SumsAsync([posting.Id], cancel)).GetValueOrDefault(posting.Id) ?? new PostingFigure(told.Day, 0, 0, 0));
        outbox.Add(await writer.WriteAsync(mail, new Mailbox(order.BuyerMail, order.BuyerName), language));
    }
}
