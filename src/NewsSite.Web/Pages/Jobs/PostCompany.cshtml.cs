using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>Whose the job is: a new company and an address to confirm, or one of those that somebody who is signed in acts for.</summary>
public sealed class PostCompanyModel(WrittenDraft written, PostingHandIn handIn, PackageList packages, EmployerAccess access, AccountLimits limits, IStringLocalizer<Interface> texts) : PostPage
{
    private const int LongestName = 100;

    private PostingDraft _draft = null!;
    private PostingContent _content = null!;

    [BindProperty]
    public string? CompanyName { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Nobody sees this field: who fills it in is no person.</summary>
    [BindProperty]
    public string? Homepage { get; set; }

    /// <summary>The number of one of <see cref="Companies"/>.</summary>
    [BindProperty]
    public string? Company { get; set; }

    /// <summary>The code of the package.</summary>
    [BindProperty]
    public string? Package { get; set; }

    public IReadOnlyList<Package> Offered { get; private set; } = [];

    public string Title => _content.Title;

    public IReadOnlyList<EmployerMembership> Companies { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> CompanyChoices => [.. Companies.Select(company => (company.EmployerId.ToString(CultureInfo.InvariantCulture), company.Name))];

    /// <summary>Where the mail went; empty: none was sent.</summary>
    public string SentTo { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } elsewhere)
            return elsewhere;
        (CompanyName, PersonName, Email) = (_draft.Company, _draft.Name, _draft.Email);
        if (HttpContext.SignedIn() is { IsIn: true } who && _draft.Email.Length == 0)
            (PersonName, Email) = (who.Name, who.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } elsewhere)
            return elsewhere;
        var sender = new DraftSender { Company = Typed.Clean(CompanyName, EmployerDesk.LongestName), Name = Typed.Clean(PersonName, LongestName), Email = Typed.Clean(Email, 254) };
        if (sender.Company.Length == 0)
            ModelState.AddModelError(nameof(CompanyName), texts["Please name the company."]);
        if (sender.Name.Length == 0)
            ModelState.AddModelError(nameof(PersonName), texts["Please say your name."]);
        if (!NewsSite.Accounts.Users.User.IsEmail(sender.Email))
            ModelState.AddModelError(nameof(Email), texts["This is not an e-mail address."]);
        else if (ModelState.IsValid && !limits.AllowsMail(sender.Email))
            ModelState.AddModelError(nameof(Email), texts["Several mails went to this address within an hour. Please look for them, or wait."]);
        if (!ModelState.IsValid)
            return Wrong();
        if (string.IsNullOrEmpty(Homepage))
        {
            await written.ChooseAsync(_draft, Package, cancel);
            await handIn.AskAsync(_draft, sender, Title, Language, cancel);
        }
        SentTo = sender.Email;
        return Page();
    }

    public async Task<IActionResult> OnPostHandInAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } elsewhere)
            return elsewhere;
        if (Companies.FirstOrDefault(company => company.EmployerId.ToString(CultureInfo.InvariantCulture) == Company) is not { } chosen)
            return StatusCode(StatusCodes.Status403Forbidden);
        await written.ChooseAsync(_draft, Package, cancel);
        return await handIn.ForMemberAsync(_draft, _content, chosen.EmployerId, HttpContext, cancel) is { } path ? LocalRedirect(Language.Prefix + path) : To("");
    }

    /// <returns>Null: there is a draft in order.</returns>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (await written.FindAsync(Request, cancel) is not { } found)
            return To("");
        (_draft, _content) = found;
        Offered = await packages.OfferedAsync(cancel);
        Package ??= PostingForm.FromJson(_draft.Fields).Package;
        if (HttpContext.SignedIn() is { IsIn: true } who)
            Companies = await access.OfAsync(who.UserId, cancel);
        return null;
    }
}
