using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Account;

/// <summary>The browsers in which one is signed in; ended ones are out with their next request.</summary>
[Authorize(Policies.SignedIn)]
public sealed class SessionsModel(OwnSessions own) : AccountPage
{
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public bool IsThis(Session session) => session.Id == Who!.SessionId;

    public async Task OnGetAsync(CancellationToken cancel) => Sessions = await own.ListAsync(Who!, cancel);

    public async Task<IActionResult> OnPostEndAsync(long id, CancellationToken cancel)
    {
        await own.EndAsync(Who!, id, cancel);
        return Done(AccountNotice.SessionEnded);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await own.EndOthersAsync(Who!, cancel);
        return Done(AccountNotice.SessionsEnded);
    }
}
