using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>Somebody of a company who does something with an application.</summary>
/// <param name="Email">Where applicants answer to.</param>
public sealed record InboxColleague(long EmployerId, string Name, string Email);

/// <summary>What became of an act.</summary>
public enum InboxOutcome
{
    Done,

    /// <summary>There is no such application of this company: never, or erased since.</summary>
    Gone,

    /// <summary>Somebody else has changed it since the page was opened.</summary>
    Stale,
}

/// <summary>A mail to an applicant, as the colleague has written it.</summary>
/// <param name="State">Where the application stands from then on; null: where it stood.</param>
public sealed record InboxReply(string Subject, string Body, ApplicationState? State)
{
    public const int MaxSubject = 200;
    public const int MaxBody = 10_000;
}

/// <summary>What a company does with its applications. People decide; nothing is sorted or refused by a program.</summary>
public sealed class InboxDesk(NewsDb db, ApplicationMail mail, PaperClock clock)
{
    /// <summary>Somebody of the company has opened it.</summary>
    public Task SeeAsync(long employer, long id, CancellationToken cancel = default) => ActAsync(employer, id, version: null, application =>
    {
        application.See();
        return Task.CompletedTask;
    }, cancel);

    public Task<InboxOutcome> MoveAsync(InboxColleague by, long id, int version, ApplicationState state, CancellationToken cancel = default) => ActAsync(by.EmployerId, id, version, application =>
    {
        if (application.State != state)
            Move(application, state, by);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>A note for colleagues. It overwrites nothing, so an older page does no harm.</summary>
    public Task<InboxOutcome> NoteAsync(InboxColleague by, long id, string text, CancellationToken cancel = default) => ActAsync(by.EmployerId, id, version: null, application =>
    {
        db.Add(new ApplicationEntry { ApplicationId = application.Id, Kind = EntryKind.Note, Text = text, ByName = by.Name, At = clock.Now });
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Writes to the applicant, whose answer goes to the colleague.</summary>
    public Task<InboxOutcome> ReplyAsync(InboxColleague by, long id, int version, InboxReply reply, CancellationToken cancel = default) => ActAsync(by.EmployerId, id, version, async application =>
    {
        var posting = await db.Set<Posting>().AsNoTracking().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == application.PostingId, cancel);
        mail.Send([await mail.ReplyAsync(application, posting, reply, by.Email, cancel)]);
        db.Add(new ApplicationEntry { ApplicationId = application.Id, Kind = EntryKind.Reply, Subject = reply.Subject, Text = reply.Body, ByName = by.Name, At = clock.Now });
        application.Touch(clock.Now);
        if (reply.State is { } state && state != application.State)
            Move(application, state, by);
    }, cancel);

    private void Move(Application application, ApplicationState state, InboxColleague by)
    {
        application.Move(state, clock.Now);
        db.Add(new ApplicationEntry { ApplicationId = application.Id, Kind = EntryKind.Moved, Text = state.ToString(), ByName = by.Name, At = clock.Now });
    }

    private async Task<InboxOutcome> ActAsync(long employer, long id, int? version, Func<Application, Task> act, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Until the commit neither the applicant nor a colleague changes it.
        if ((await db.Set<Application>().Where(application => application.Id == id && application.EmployerId == employer).WaitingForLocked().ToListAsync(cancel)) is not [var application])
            return InboxOutcome.Gone;
        if (version is { } opened && opened != application.Version)
            return InboxOutcome.Stale;
        await act(application);
        await write.CommitAsync(cancel);
        return InboxOutcome.Done;
    }
}
