using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Platform.Audit;

/// <summary>Who did what to which thing, when and from where. Written once, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null: nobody was signed in, or the program did it by itself.</summary>
    public long? ActorId { get; init; }

    /// <summary>The name as it was then: people change theirs, and the trail must not.</summary>
    public required string ActorName { get; init; }
    public required string Verb { get; init; }
    public required string Kind { get; init; }
    public long? ThingId { get; init; }

    /// <summary>The thing in words, such as a title, so that the trail can be read after the thing is gone.</summary>
    public required string Thing { get; init; }

    /// <summary>What was before and after, as JSON; empty where the verb says it all.</summary>
    public required string Details { get; init; }

    /// <summary>The network address it came from; empty on the command line.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Names the request in the log.</summary>
    public required string RequestId { get; init; }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("audit_entries");
}
