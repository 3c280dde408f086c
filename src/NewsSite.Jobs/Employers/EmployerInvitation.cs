using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Employers;

/// <summary>A link by which somebody comes to act for a company; used or withdrawn: the row is gone.</summary>
public sealed class EmployerInvitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public long Id { get; private set; }
    public required long EmployerId { get; init; }
    public required string Email { get; init; }
    public required EmployerRole Role { get; init; }

    /// <summary>The secret itself is in the mail only.</summary>
    public required byte[] TokenHash { get; init; }
    public required long InvitedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Somebody with an address of the company's domain asks to act for it; an owner decides.</summary>
public sealed class EmployerRequest
{
    public long Id { get; private set; }
    public required long EmployerId { get; init; }
    public required long UserId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class EmployerInvitationTable : IEntityTypeConfiguration<EmployerInvitation>
{
    public void Configure(EntityTypeBuilder<EmployerInvitation> builder)
    {
        builder.ToTable("employer_invitations");
        builder.HasOne<Employer>().WithMany().HasForeignKey(invitation => invitation.EmployerId);
    }
}

internal sealed class EmployerRequestTable : IEntityTypeConfiguration<EmployerRequest>
{
    public void Configure(EntityTypeBuilder<EmployerRequest> builder)
    {
        builder.ToTable("employer_requests");
        builder.HasOne<Employer>().WithMany().HasForeignKey(request => request.EmployerId);
    }
}
