using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts.Users;

namespace NewsSite.Accounts.SignIn;

/// <summary>One browser in which somebody is signed in. Ended: the row is gone.</summary>
public sealed class Session
{
    public long Id { get; private set; }
    public required long UserId { get; init; }

    /// <summary>The secret itself is in the browser's cookie only.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>False while only the password was right: such a session opens the page that asks for the code, and nothing else.</summary>
    public required bool IsComplete { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required string Address { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public required string Device { get; init; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
    }
}
