using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts.Roles;

namespace NewsSite.Accounts.Users;

/// <summary>A link by which somebody becomes staff: it works once and ends after a day.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public long Id { get; private set; }

    /// <summary>Empty in the first administrator's, who says it when accepting.</summary>
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public required Role Role { get; init; }
    public required string Language { get; init; }

    /// <summary>The secret itself is in the link only.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }

    public bool IsForFirstAdministrator => Email.Length == 0;
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Ignore(invitation => invitation.IsForFirstAdministrator);
    }
}
