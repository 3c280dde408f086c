using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;

namespace NewsSite.Web.Security;

/// <summary>Confirms a second factor, and makes half a session whole by it.</summary>
public sealed class SecondFactorSetUp(Staff staff, SecondFactor factor, Passwords passwords, SignInDesk desk, SessionCookie cookie)
{
    public async Task<bool> IsPasswordAsync(long user, string password, CancellationToken cancel) =>
        await passwords.IsRightAsync((await staff.FindAsync(user, cancel))!, password, cancel);

    /// <returns>The recovery codes; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(HttpContext context, byte[] secret, string code, Origin origin, CancellationToken cancel)
    {
        var who = context.SignedIn()!;
        var user = (await staff.FindAsync(who.UserId, cancel))!;
        if (await factor.SetUpAsync(user, secret, code, cancel) is not { } codes)
            return null;
        if (!who.IsComplete)
            cookie.Write(context, await desk.CompleteAsync(user, who.SessionId, "code", origin, cancel));
        return codes;
    }
}
