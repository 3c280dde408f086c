using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Notices;

/// <summary>
/// Tells employers that a posting closes in three days, and that it has closed. Each posting is a write of its own that holds its
/// mail and the note that it was written: whatever is killed in between, each mail is written once.
/// </summary>
public sealed class DueNotices(IServiceScopeFactory scopes, NewsDb db, PaperClock clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>The last figures are written within a minute.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    /// <summary>What closed longer ago is no news: an import, or a site that stood still.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    private const int Batch = 200;

    public async Task<bool> IsAnyAsync(CancellationToken cancel = default) => await Due().AnyAsync(cancel);

    public async Task WriteAsync(CancellationToken cancel = default)
    {
        var due = await Due().Take(Batch).ToListAsync(cancel);
        foreach (var notice in due)
        {
            cancel.ThrowIfCancellationRequested();
            await WriteAsync(notice, cancel);
        }
    }

    /// <returns>False: another node has written it.</returns>
    internal async Task<bool> WriteAsync(DueNotice due, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await using var write = await own.BeginWriteAsync(cancel);
        try
        {
            own.Add(new PostingNotice { PostingId = due.PostingId, Subject = due.Subject, About = due.About, WrittenAt = clock.Now });
            // First, so that of two nodes the second stops here and writes no mail.
            await own.SaveChangesAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<NoticeMail>().AddAsync(due, cancel);
            await write.CommitAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            return false;
        }
    }

    /// <summary>Only postings that somebody ordered here: who brought them with an import is not known.</summary>
    private IQueryable<DueNotice> Due() => ClosingSoon().Concat(Closed()).Concat(RunOut());

    private IQueryable<DueNotice> ClosingSoon()
    {
        var (now, until) = (clock.Now, clock.Now + Ahead);
        return Ordered().Where(posting => posting.State == PostingState.Published && posting.ClosesAt > now && posting.ClosesAt <= until)
            // Who posts for two days knows.
            .Where(posting => posting.PublishedAt < now.AddHours(-24))
            .Select(posting => new DueNotice { PostingId = posting.Id, Subject = NoticeSubject.ClosesSoon, About = posting.ClosesAt!.Value })
            .Where(due => !db.Set<PostingNotice>().Any(known => known.PostingId == due.PostingId && known.Subject == NoticeSubject.ClosesSoon && known.About == due.About));
    }

    /// <summary>Closed by somebody.</summary>
    private IQueryable<DueNotice> Closed()
    {
        var (from, to) = (clock.Now - Fresh, clock.Now - Settling);
        return Ordered().Where(posting => posting.State == PostingState.Closed && posting.PublishedAt != null && posting.ClosedAt > from && posting.ClosedAt <= to)
            .Select(posting => new DueNotice { PostingId = posting.Id, Subject = NoticeSubject.Closed, About = posting.ClosedAt!.Value })
            .Where(due => !db.Set<PostingNotice>().Any(known => known.PostingId == due.PostingId && known.Subject == NoticeSubject.Closed && known.About == due.About));
    }

    /// <summary>Its day has come.</summary>
    private IQueryable<DueNotice> RunOut()
    {
        var (from, to) = (clock.Now - Fresh, clock.Now - Settling);
        return Ordered().Where(posting => posting.State == PostingState.Published && posting.ClosesAt > from && posting.ClosesAt <= to)
            .Select(posting => new DueNotice { PostingId = posting.Id, Subject = NoticeSubject.Closed, About = posting.ClosesAt!.Value })
            .Where(due => !db.Set<PostingNotice>().Any(known => known.PostingId == due.PostingId && known.Subject == NoticeSubject.Closed && known.About == due.About));
    }

    private IQueryable<Posting> Ordered() => db.Set<Posting>().AsNoTracking().Where(posting => db.Set<Order>().Any(order => order.PostingId == posting.Id && order.BuyerMail != ""));
}

/// <summary>A mail that is to be written.</summary>
internal sealed record DueNotice
{
    public required long PostingId { get; init; }
    public required NoticeSubject Subject { get; init; }
    public required DateTimeOffset About { get; init; }
}
