using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts.Users;

namespace NewsSite.Accounts.SignIn;

/// <summary>A link by which somebody who is no staff comes in without a password; used: the row is gone.</summary>
public sealed class SignInLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public long Id { get; private set; }
    public required long UserId { get; init; }

    /// <summary>The secret itself is in the mail only.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Where they wanted to go, a path of ours; empty: nowhere in particular.</summary>
    public required string Onward { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SignInLinkTable : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("sign_in_links");
        builder.HasOne<User>().WithMany().HasForeignKey(link => link.UserId);
    }
}
