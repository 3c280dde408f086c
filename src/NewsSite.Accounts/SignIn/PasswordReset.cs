using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts.Users;

namespace NewsSite.Accounts.SignIn;

/// <summary>A link by which somebody who forgot the password chooses a new one; used: the row is gone.</summary>
public sealed class PasswordReset
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public long Id { get; private set; }
    public required long UserId { get; init; }

    /// <summary>The secret itself is in the mail only.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class PasswordResetTable : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.ToTable("password_resets");
        builder.HasOne<User>().WithMany().HasForeignKey(reset => reset.UserId);
    }
}
