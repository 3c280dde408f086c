using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Employers;

/// <summary>What somebody may do for a company. Stored by name.</summary>
public enum EmployerRole
{
    /// <summary>Everything: also the company itself, and who else acts for it.</summary>
    Owner,

    /// <summary>Postings and applications.</summary>
    Recruiter,
}

/// <summary>Somebody who may act for a company.</summary>
public sealed class EmployerMember
{
    public long Id { get; private set; }
    public required long EmployerId { get; init; }

    /// <summary>As Accounts numbers them.</summary>
    public required long UserId { get; init; }
    public required EmployerRole Role { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }
}

internal sealed class EmployerMemberTable : IEntityTypeConfiguration<EmployerMember>
{
    public void Configure(EntityTypeBuilder<EmployerMember> builder)
    {
        builder.ToTable("employer_members");
        builder.HasOne<Employer>().WithMany().HasForeignKey(member => member.EmployerId);
    }
}
