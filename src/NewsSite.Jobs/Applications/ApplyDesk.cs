using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>
/// Takes applications. File first, then row and mails in one write, then the answer: who reads "sent" is in the inbox, whatever
/// happens to the program in between.
/// </summary>
public sealed class ApplyDesk(NewsDb db, CvShelf shelf, ApplicationMail mail, PaperClock clock)
{
    /// <summary>How often an address is told that it has applied already: somebody else may be sending.</summary>
    private static readonly TimeSpan BetweenRepeats = TimeSpan.FromHours(1);

    public async Task<ApplyOutcome> ReceiveAsync(ApplyOrder order, CancellationToken cancel = default)
    {
        if (await TakesAsync(order.PostingId, cancel) is not { } posting)
            return ApplyOutcome.Closed;
        // If the program ends, or the commit fails, from here on until it is known what became of it, the file stays for the sweep.
        var file = order.Cv is { } cv ? await shelf.KeepAsync(cv, cancel) : "";
        var application = Of(order, posting, file);
        var mails = await mail.ForReceivedAsync(application, posting, cancel);
        var outcome = await StoreAsync(application, posting, mails, cancel);
        if (outcome != Stored.New && file.Length > 0)
            shelf.Remove(file);
        return outcome == Stored.Closed ? ApplyOutcome.Closed : ApplyOutcome.Sent;
    }

    private enum Stored
    {
        New,
        Repeated,
        Closed,
    }

    private async Task<Stored> StoreAsync(Application application, Posting posting, IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Held until the commit: whoever closes the job waits for this application or comes before it, and the same address is seen.
        var isOpen = (await db.Set<Posting>().AsNoTracking().Where(known => known.Id == posting.Id).WaitingForLocked().ToListAsync(cancel)) is [var now] && IsOpen(now);
        if (!isOpen)
            return Stored.Closed;
        var first = await db.Set<Application>().SingleOrDefaultAsync(known => known.PostingId == application.PostingId && known.EmailKey == application.EmailKey && known.WithdrawnAt == null, cancel);
        if (first is not null)
        {
            await TellAsync(first, posting, cancel);
            await write.CommitAsync(cancel);
            return Stored.Repeated;
        }
        db.Add(application);
        await CountAsync(posting, cancel);
        mail.Send(mails);
        await write.CommitAsync(cancel);
        return Stored.New;
    }

    /// <summary>The posting's row is held, so nobody else makes the day's.</summary>
    private async Task CountAsync(Posting posting, CancellationToken cancel)
    {
        var (kind, id, day) = (posting.Kind, posting.Id, clock.Today);
        var isThere = await db.Set<Figure>().Where(figure => figure.Kind == kind && figure.ThingId == id && figure.Day == day && figure.Act == PostingActs.Application)
            .ExecuteUpdateAsync(set => set.SetProperty(figure => figure.Times, figure => figure.Times + 1), cancel) > 0;
        if (!isThere)
            db.Add(new Figure { Kind = kind, ThingId = id, Day = day, Act = PostingActs.Application, Times = 1 });
    }

    /// <summary>The job with its employer where it takes applications now; null where it does not.</summary>
    public async Task<Posting?> TakesAsync(long postingId, CancellationToken cancel = default) =>
        await db.Set<Posting>().AsNoTracking().Include(posting => posting.Employer).Include(posting => posting.Places).AsSplitQuery()
            .SingleOrDefaultAsync(posting => posting.Id == postingId, cancel) is { } posting && IsOpen(posting) ? posting : null;

    private bool IsOpen(Posting posting) => posting is { State: PostingState.Published, TakesApplications: true } && !(posting.ClosesAt <= clock.Now);

    private async Task TellAsync(Application first, Posting posting, CancellationToken cancel)
    {
        var now = clock.Now;
        if (first.RepeatedAt is { } told && now - told < BetweenRepeats)
            return;
        first.RepeatedAt = now;
        mail.Send([await mail.AlreadyAsync(first, posting, cancel)]);
    }

    private Application Of(ApplyOrder order, Posting posting, string file)
    {
        var now = clock.Now;
        return new Application
        {
            PostingId = posting.Id,
            EmployerId = posting.EmployerId,
            Number = ApplicationLink.NewNumber(),
            Name = order.Name,
            Email = order.Email,
            EmailKey = order.Email.ToLowerInvariant(),
            Phone = order.Phone,
            Letter = order.Letter,
            Answers = order.Answers,
            CvFile = file,
            CvName = order.Cv?.Name ?? "",
            CvType = order.Cv?.Type,
            CvBytes = order.Cv?.Content.Length ?? 0,
            Language = order.Language.Code,
            ReceivedAt = now,
            ContactAt = now,
        };
    }
}
