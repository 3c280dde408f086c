using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;

namespace NewsSite.Accounts.SignIn;

/// <summary>What somebody may do with the sessions that are theirs.</summary>
public sealed class OwnSessions(NewsDb db, Sessions sessions, AuditTrail audit)
{
    public Task<IReadOnlyList<Session>> ListAsync(SignedIn who, CancellationToken cancel = default) => sessions.OfAsync(who.UserId, cancel);

    /// <summary>Ends one; the id of somebody else's session ends nothing.</summary>
    public async Task EndAsync(SignedIn who, long id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await sessions.EndAsync(who.UserId, id, cancel))
            Note("end session", who);
        await write.CommitAsync(cancel);
    }

    public async Task EndOthersAsync(SignedIn who, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await sessions.EndAllAsync(who.UserId, but: who.SessionId, cancel);
        Note("end other sessions", who);
        await write.CommitAsync(cancel);
    }

    private void Note(string verb, SignedIn who) =>
        audit.Note(new AuditNote { Verb = verb, Kind = "user", Id = who.UserId, Thing = who.Name });
}
