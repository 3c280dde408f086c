using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.Users;

/// <summary>Accounts of people who are no staff. They are made when somebody shows that a mailbox is theirs, and need no password then.</summary>
public sealed class Registration(NewsDb db, PaperClock clock, AuditTrail audit)
{
    /// <summary>Whose account the address is of; null: nobody's.</summary>
    public Task<User?> FindAsync(string email, CancellationToken cancel = default)
    {
        var normalised = User.Normalise(email);
        return db.Set<User>().SingleOrDefaultAsync(user => user.NormalizedEmail == normalised, cancel);
    }

    /// <summary>The account of an address, made where there is none, inside the caller's write; it has its id afterwards. It acts from here on.</summary>
    /// <returns>Null: that account is deactivated.</returns>
    public async Task<User?> EnterAsync(string email, string name, Language language, CancellationToken cancel = default)
    {
        if (await FindAsync(email, cancel) is { } known)
        {
            audit.By(known.Id, known.Name);
            return known.IsActive ? known : null;
        }
        var user = new User(email.Trim(), name.Trim(), Role.Employer, clock.Now) { Language = language.Code };
        db.Add(user);
        await db.SaveChangesAsync(cancel);
        audit.By(user.Id, user.Name);
        audit.Note(new AuditNote { Verb = "register", Kind = "user", Id = user.Id, Thing = user.Name, Details = new { user.Email } });
        return user;
    }
}
