using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Account;

/// <summary>Somebody of the staff, with all that they know and hold.</summary>
public sealed record Colleague(User User, byte[] Secret, IReadOnlyList<string> RecoveryCodes);

/// <summary>A story about people who sign in.</summary>
public abstract class AccountTest(DatabaseEngine engine) : SiteTest(engine)
{
    protected const string Password = "seven quiet herons on a weir";

    protected const string SessionCookie = "__Host-session";

    private static readonly Origin Somewhere = new("192.0.2.1", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");

    /// <summary>The code that the app shows now.</summary>
    protected string CodeOf(Colleague colleague) => Totp.Code(colleague.Secret, Clock.Now);

    /// <summary>Somebody who has accepted an invitation and set up the second factor.</summary>
    protected async Task<Colleague> HireAsync(Role role, string? name = null)
    {
        name ??= role.ToString();
        var services = Paper.NewScope();
        var link = await services.GetRequiredService<Invitations>().InviteAsync($"{name}@news.example", role, Language.English, Cancel);
        var user = await services.GetRequiredService<Invitations>().AcceptAsync(link.Split('/')[^1], new Acceptance { Name = name, Password = Password, Language = Language.English }, Cancel);
        var secret = Totp.NewSecret();
        // A step back, so that the code of this moment is still unused.
        var codes = await services.GetRequiredService<SecondFactor>().SetUpAsync(user!, secret, Totp.Code(secret, Clock.Now.AddSeconds(-30)), Cancel);
        return new Colleague(user!, secret, codes!);
    }

    /// <summary>A browser in which they are signed in with both factors.</summary>
    protected async Task<Visitor> SignedInAsync(Colleague colleague)
    {
        var visitor = new Visitor(Site);
        var services = Paper.NewScope();
        var user = await services.GetRequiredService<Staff>().FindAsync(colleague.User.Id, Cancel);
        visitor.Keep(SessionCookie, await services.GetRequiredService<SignInDesk>().CompleteAsync(user!, half: null, "test", Somewhere, Cancel));
        return visitor;
    }

    protected async Task<Visitor> SignedInAsync(Role role) => await SignedInAsync(await HireAsync(role));

    /// <summary>A browser in which only the password was right.</summary>
    protected async Task<Visitor> HalfWayAsync(Colleague colleague)
    {
        var visitor = new Visitor(Site);
        visitor.Keep(SessionCookie, (await Paper.New<SignInDesk>().WithPasswordAsync(colleague.User.Email!, Password, Somewhere, Cancel))!.Secret);
        return visitor;
    }

    /// <summary>What the trail says was done, in order.</summary>
    protected async Task<IReadOnlyList<string>> TrailAsync() =>
        await Paper.New<NewsDb>().Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.ActorName + ": " + entry.Verb + " " + entry.Thing).ToListAsync(Cancel);
}
