using Microsoft.AspNetCore.Authorization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Account;

/// <summary>One's own account: what there is, and where it is changed.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IndexModel(Staff staff, SecondFactor factor, Sessions sessions, Passkeys passkeys) : AccountPage
{
    public User Me { get; private set; } = null!;
    public int CodesLeft { get; private set; }
    public int SessionCount { get; private set; }
    public int PasskeyCount { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Me = (await staff.FindAsync(Who!.UserId, cancel))!;
        CodesLeft = await factor.RecoveryCodesLeftAsync(Me.Id, cancel);
        SessionCount = (await sessions.OfAsync(Me.Id, cancel)).Count;
        PasskeyCount = (await passkeys.OfAsync(Me, cancel)).Count;
    }
}
