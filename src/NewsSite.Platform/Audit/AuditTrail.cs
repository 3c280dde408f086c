using System.Text.Json;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Audit;

/// <summary>Something that was done.</summary>
public sealed record AuditNote
{
    /// <summary>What was done, in a word or two, such as "publish" or "change role".</summary>
    public required string Verb { get; init; }

    /// <summary>The kind of the thing, such as "article".</summary>
    public required string Kind { get; init; }

    /// <summary>The thing's id; something new must have been given one (SaveChangesAsync inside the write).</summary>
    public long? Id { get; init; }

    /// <summary>The thing in words, such as its title.</summary>
    public string Thing { get; init; } = "";

    /// <summary>What else is worth knowing, such as before and after; never a secret, never a whole text.</summary>
    public object? Details { get; init; }
}

/// <summary>Writes the audit trail, as part of the write that it tells of: what is rolled back was never noted.</summary>
public sealed class AuditTrail(NewsDb db, AuditSource source, PaperClock clock)
{
    /// <summary>From here on it is known who acts, such as after a sign-in.</summary>
    public void By(long id, string name)
    {
        source.ActorId = id;
        source.ActorName = name;
    }

    /// <summary>Notes something; it is pending until the caller saves.</summary>
    public void Note(AuditNote note) => db.Add(new AuditEntry
    {
        At = clock.Now,
        ActorId = source.ActorId,
        ActorName = source.ActorName,
        Verb = note.Verb,
        Kind = note.Kind,
        ThingId = note.Id,
        Thing = note.Thing,
        Details = note.Details is null ? "" : JsonSerializer.Serialize(note.Details, JsonSerializerOptions.Web),
        FromAddress = source.FromAddress,
        RequestId = source.RequestId,
    });
}
