using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>What applicants do with what they sent, by the link in their mail. Looking changes nothing: mail scanners look too.</summary>
public sealed class ApplicantDesk(NewsDb db, ApplicationLink link, CvShelf shelf, AuditTrail trail, PaperClock clock)
{
    /// <summary>The application behind a link, with its job; null where the link is none of ours or the application is gone.</summary>
    public async Task<Application?> FindAsync(string token, CancellationToken cancel = default) =>
        await link.ReadAsync(token, cancel) is { } number
            ? await db.Set<Application>().AsNoTracking().Include(application => application.Posting).ThenInclude(posting => posting.Employer).SingleOrDefaultAsync(application => application.Number == number, cancel)
            : null;

    /// <summary>The address is the applicant's.</summary>
    public Task<bool> ConfirmAsync(string token, CancellationToken cancel = default) => ChangeAsync(token, application =>
    {
        if (application.ConfirmedAt is not null)
            return;
        application.Confirm(clock.Now);
        Note(application, EntryKind.Confirmed);
    }, cancel);

    /// <summary>Taken back: the company sees that, and the same address may apply again.</summary>
    public Task<bool> WithdrawAsync(string token, CancellationToken cancel = default) => ChangeAsync(token, application =>
    {
        if (application.WithdrawnAt is not null)
            return;
        application.Withdraw(clock.Now);
        Note(application, EntryKind.Withdrawn);
    }, cancel);

    /// <summary>Nothing of it is left, neither here nor in the inbox.</summary>
    public async Task<bool> EraseAsync(string token, CancellationToken cancel = default)
    {
        if (await link.ReadAsync(token, cancel) is not { } number)
            return false;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockedAsync(number, cancel) is not { } application)
            return false;
        Erase(application, "erase by the applicant");
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Pending until the caller saves. The trail says that it was done, and nothing of whom.</summary>
    internal void Erase(Application application, string verb)
    {
        db.Remove(application);
        trail.Note(new AuditNote { Verb = verb, Kind = "application", Id = application.Id, Thing = string.Create(CultureInfo.InvariantCulture, $"Application for job {application.PostingId}") });
        if (application.HasCv)
            db.AfterCommit(() => shelf.Remove(application.CvFile));
    }

    private async Task<bool> ChangeAsync(string token, Action<Application> change, CancellationToken cancel)
    {
        if (await link.ReadAsync(token, cancel) is not { } number)
            return false;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockedAsync(number, cancel) is not { } application)
            return false;
        change(application);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Until the commit nobody of the company changes it.</summary>
    private async Task<Application?> LockedAsync(string number, CancellationToken cancel) =>
        (await db.Set<Application>().Where(application => application.Number == number).WaitingForLocked().ToListAsync(cancel)).SingleOrDefault();

    private void Note(Application application, EntryKind kind) =>
        db.Add(new ApplicationEntry { ApplicationId = application.Id, Kind = kind, Text = "", ByName = "", At = clock.Now });
}
