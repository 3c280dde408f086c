using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>
/// Erases applications when the site's time is over, and tells the applicant before. The time begins with the last contact, so what is
/// still talked about stays.
/// </summary>
public sealed class ApplicationRetention(NewsDb db, ApplicantDesk desk, ApplicationMail mail, CvShelf shelf, IOptions<ApplicationSettings> settings, PaperClock clock)
{
    private const int Batch = 200;

    /// <returns>How many were told, and how many erased.</returns>
    public async Task<(int Told, int Erased)> CarryOutAsync(CancellationToken cancel = default)
    {
        var (before, days) = (clock.Now, settings.Value.ToldDays);
        var soon = before.AddDays(days).AddMonths(-settings.Value.KeptMonths);
        var told = await EachAsync(all => all.Where(application => application.ErasureToldAt == null && application.ContactAt <= soon), TellAsync, cancel);
        var due = before.AddDays(-days);
        var erased = await EachAsync(all => all.Where(application => application.ErasureToldAt <= due), (application, _) =>
        {
            desk.Erase(application, "erase after its time");
            return Task.CompletedTask;
        }, cancel);
        await shelf.SweepAsync(cancel);
        return (told, erased);
    }

    /// <summary>Never sooner erased than it is said: a site that was stopped for a month tells first, too.</summary>
    private async Task TellAsync(Application application, CancellationToken cancel)
    {
        var posting = await db.Set<Posting>().AsNoTracking().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == application.PostingId, cancel);
        mail.Send([await mail.ErasedAsync(application, posting, clock.Now.AddDays(settings.Value.ToldDays), cancel)]);
        application.ErasureToldAt = clock.Now;
    }

    /// <summary>One to a write, so that others come in between.</summary>
    private async Task<int> EachAsync(Func<IQueryable<Application>, IQueryable<Application>> due, Func<Application, CancellationToken, Task> act, CancellationToken cancel)
    {
        var done = 0;
        for (var after = 0L; ;)
        {
            var ids = await due(db.Set<Application>().AsNoTracking()).Where(application => application.Id > after).OrderBy(application => application.Id).Select(application => application.Id).Take(Batch).ToListAsync(cancel);
            if (ids.Count == 0)
                return done;
            after = ids[^1];
            foreach (var id in ids)
            {
                db.ChangeTracker.Clear();
                await using var write = await db.BeginWriteAsync(cancel);
                // Perhaps something has happened since.
                if ((await due(db.Set<Application>().Where(application => application.Id == id)).WaitingForLocked().ToListAsync(cancel)) is not [var application])
                    continue;
                await act(application, cancel);
                await write.CommitAsync(cancel);
                done++;
            }
        }
    }
}
