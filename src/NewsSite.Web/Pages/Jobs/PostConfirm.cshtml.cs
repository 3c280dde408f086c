using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>
/// The page behind the link of the mail. Looking changes nothing, because mail scanners look too; its button makes the account and hands the job
/// in, also in another browser than the one it was written in. Who is no staff is signed in by it: they hold the mailbox.
/// </summary>
public sealed class PostConfirmModel(PostingDrafts drafts, PostingFormReader reader, PostingHandIn handIn, ConfirmedPeople people, IStringLocalizer<Interface> texts) : PostPage
{
    private const string New = "new";

    /// <summary>Null: the link does not work any more.</summary>
    public PostingDraft? Draft { get; private set; }

    public PostingContent? Advert { get; private set; }

    public bool HasAccount { get; private set; }

    /// <summary>Those that the address's account acts for already.</summary>
    public IReadOnlyList<EmployerMembership> Companies { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> CompanyChoices =>
        [.. Companies.Select(company => (company.EmployerId.ToString(CultureInfo.InvariantCulture), company.Name)), (New, texts["A new company: {0}", Draft!.Company])];

    /// <summary>The number of one of <see cref="Companies"/>, or the new one.</summary>
    [BindProperty]
    public string? Company { get; set; }

    public Task OnGetAsync(string secret, CancellationToken cancel) => FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        await FindAsync(secret, cancel);
        if (Draft is not { } draft || Advert is not { } content)
            return Page();
        var chosen = Companies.FirstOrDefault(company => company.EmployerId.ToString(CultureInfo.InvariantCulture) == Company);
        if (await handIn.ConfirmAsync(draft, content, chosen?.EmployerId, Language, cancel) is not { } done)
        {
            Draft = null;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        return await people.SignInAsync(HttpContext, done.User, cancel)
            ? LocalRedirect(Language.Prefix + done.Path)
            : LocalRedirect($"{Language.Prefix}/account/sign-in{QueryString.Create("returnUrl", Language.Prefix + done.Path)}");
    }

    private async Task FindAsync(string secret, CancellationToken cancel)
    {
        Draft = await drafts.OfLinkAsync(secret, cancel);
        if (Draft is { } draft)
            Advert = await reader.ReadAsync(PostingForm.FromJson(draft.Fields), new ModelStateDictionary(), cancel);
        if (Draft is null || Advert is null)
        {
            Draft = null;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (await people.FindAsync(Draft.Email, cancel) is { } user)
            (HasAccount, Companies) = (true, await people.CompaniesAsync(user, cancel));
        Company ??= Companies.FirstOrDefault(company => company.Name.Equals(Draft.Company, StringComparison.OrdinalIgnoreCase))?.EmployerId.ToString(CultureInfo.InvariantCulture) ?? New;
    }
}

/// <summary>People who have shown by a link that a mailbox is theirs.</summary>
public sealed class ConfirmedPeople(Registration registration, EmployerAccess access, SignInDesk desk, SessionCookie cookie)
{
    public Task<User?> FindAsync(string email, CancellationToken cancel) => registration.FindAsync(email, cancel);

    public Task<IReadOnlyList<EmployerMembership>> CompaniesAsync(User user, CancellationToken cancel) => access.OfAsync(user.Id, cancel);

    /// <returns>False: the mailbox alone is not enough for that account, and they sign in as usual.</returns>
    public async Task<bool> SignInAsync(HttpContext context, User user, CancellationToken cancel)
    {
        if (user.NeedsSecondFactor)
            return false;
        var origin = new Origin(context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString());
        cookie.Write(context, (await desk.OpenAsync(user, "link", origin, cancel)).Secret);
        return true;
    }
}
