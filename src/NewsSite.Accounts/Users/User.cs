using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts.Roles;
using NewsSite.Platform.Mail;

namespace NewsSite.Accounts.Users;

/// <summary>Somebody who can sign in. Nobody is ever deleted, because the audit trail and articles name them; they are deactivated.</summary>
public sealed class User : IdentityUser<long>
{
    public User(string email, string name, Role role, DateTimeOffset createdAt)
    {
        Email = UserName = email;
        NormalizedEmail = NormalizedUserName = Normalise(email);
        Name = name;
        Role = role;
        CreatedAt = createdAt;
    }

    public string Name { get; set; }

    public Role Role { get; set; }

    /// <summary>The language of the mails to them.</summary>
    public string Language { get; set; } = NewsSite.Platform.Languages.Language.Default.Code;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when they cannot sign in any more.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>The key that the authenticator app shares; null until it is set up.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>The time step of the last code that was accepted: no code works twice.</summary>
    public long TotpStep { get; set; }

    public bool IsActive => DeactivatedAt is null;

    /// <summary>Whether knowing the password, or holding the mailbox, is half of what it takes: for the staff, and for who has set up an app.</summary>
    public bool NeedsSecondFactor => Role.IsStaff() || TotpSecret is not null;

    /// <summary>The form in which addresses are compared.</summary>
    public static string Normalise(string email) => email.Trim().ToUpperInvariant();

    /// <summary>Whether it looks like an address that mail can be sent to; that it belongs to somebody shows when the mail arrives.</summary>
    public static bool IsEmail(string? text) => text is { Length: <= 254 } && Mailbox.Fault(text) is null;
}
