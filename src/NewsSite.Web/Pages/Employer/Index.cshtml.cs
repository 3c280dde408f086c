using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Employer;

/// <summary>The companies that one acts for; who acts for one only goes straight there.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IndexModel(EmployerAccess access, CurrentUser me) : PageModel
{
    public IReadOnlyList<EmployerMembership> Companies { get; private set; } = [];

    public Language Language => HttpContext.Language();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.KeepNowhere();
        Companies = await access.OfAsync(me.Id, cancel);
        return Companies is [var only] ? LocalRedirect($"{Language.Prefix}/employer/{only.EmployerId}") : Page();
    }
}
