using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Postings;

/// <summary>
/// A form that somebody is filling in before they have an account, kept as it was typed: right or wrong, whole or not. Whoever holds its
/// secret goes on with it. It is gone when it is handed in, or thirty days after the last word.
/// </summary>
public sealed class PostingDraft
{
    /// <summary>After the last change.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Of the link that confirms the address.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(3);

    /// <summary>In characters.</summary>
    public const int MaxFields = 100_000;

    public long Id { get; private set; }

    /// <summary>The secret itself is in the writer's cookie only.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The fields of the form, as JSON that the form understands.</summary>
    public required string Fields { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Whose account is to be made; empty until they say it.</summary>
    public string Email { get; set; } = "";

    /// <summary>The name of the writer.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name of the company.</summary>
    public string Company { get; set; } = "";

    /// <summary>Of the link in the mail; null: none was sent.</summary>
    public byte[]? ConfirmHash { get; set; }
    public DateTimeOffset? ConfirmUntil { get; set; }
}

internal sealed class PostingDraftTable : IEntityTypeConfiguration<PostingDraft>
{
    public void Configure(EntityTypeBuilder<PostingDraft> builder) => builder.ToTable("posting_drafts");
}
