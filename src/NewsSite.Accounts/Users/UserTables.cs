using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Accounts.Users;

internal sealed class UserTable : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.ConcurrencyStamp).IsConcurrencyToken().IsRequired();
        builder.Property(user => user.Email).IsRequired();
        builder.Property(user => user.NormalizedEmail).IsRequired();
        builder.Property(user => user.UserName).IsRequired();
        builder.Property(user => user.NormalizedUserName).IsRequired();
        builder.Ignore(user => user.IsActive);
        builder.Ignore(user => user.NeedsSecondFactor);
        // Of Identity's user we keep what we use: sessions lie in a table, the second factor has no switch, nobody is telephoned.
        builder.Ignore(user => user.SecurityStamp);
        builder.Ignore(user => user.EmailConfirmed);
        builder.Ignore(user => user.PhoneNumber);
        builder.Ignore(user => user.PhoneNumberConfirmed);
        builder.Ignore(user => user.TwoFactorEnabled);
        builder.Ignore(user => user.LockoutEnabled);
    }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        builder.ToTable("passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.HasOne<User>().WithMany().HasForeignKey(passkey => passkey.UserId);
        builder.OwnsOne(passkey => passkey.Data, data => data.ToJson("data"));
    }
}
