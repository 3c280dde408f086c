using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Employer;

/// <summary>The companies that one acts for, and those of one's mail domain, which one may ask to join. Who acts for one only goes straight there.</summary>
[Authorize(Policies.SignedIn)]
public sealed class IndexModel(EmployerAccess access, EmployerPeople people, CurrentUser me) : PageModel
{
    public IReadOnlyList<EmployerMembership> Companies { get; private set; } = [];

    public IReadOnlyList<NewsSite.Jobs.Employers.Employer> Joinable { get; private set; } = [];

    public bool HasAsked { get; private set; }

    public Language Language => HttpContext.Language();

    private string Email => HttpContext.SignedIn()!.Email;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Companies is [var only] && Joinable.Count == 0 ? LocalRedirect($"{Language.Prefix}/employer/{only.EmployerId}") : Page();
    }

    /// <summary>Asks to join a company.</summary>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        HasAsked = await people.AskAsync(id, (me.Id, me.Name, Email), cancel);
        if (!HasAsked)
            return StatusCode(StatusCodes.Status403Forbidden);
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Response.KeepNowhere();
        Companies = await access.OfAsync(me.Id, cancel);
        Joinable = await people.OpenToAsync(me.Id, Email, cancel);
    }
}
