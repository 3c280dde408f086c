using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Payments;
using NewsSite.Newsroom.Edits;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Packages;

/// <summary>What employers can buy, and to which account they pay.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(PackageList packages, PaymentDesk payments, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    [BindProperty]
    public string? Holder { get; set; }

    [BindProperty]
    public string? Iban { get; set; }

    [BindProperty]
    public string? Bic { get; set; }

    /// <summary>In which an order is to be paid.</summary>
    [BindProperty]
    public string? Days { get; set; }

    public IReadOnlyList<Package> List { get; private set; } = [];

    /// <summary>As it is saved.</summary>
    public bool HasAccount { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = await LoadAsync(cancel);
        (Holder, Iban, Bic) = (terms.Holder, NewsSite.Jobs.Payments.Iban.Parse(terms.Iban)?.ToString() ?? "", terms.Bic);
        (Days, Version) = (terms.DaysToPay.ToString(CultureInfo.InvariantCulture), terms.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var holder = Typed.Clean(Holder, PaymentTerms.LongestHolder);
        var bic = Typed.Clean(Bic, 15).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var account = NewsSite.Jobs.Payments.Iban.Parse(Iban);
        var hasAccount = !string.IsNullOrWhiteSpace(Iban);
        if (hasAccount && account is null)
            ModelState.AddModelError("Iban", Texts["This is no IBAN: a digit is wrong or missing, or the country takes no euro transfers."]);
        if (hasAccount && holder.Length == 0)
            ModelState.AddModelError("Holder", Texts["Say whose account it is: banks ask for it."]);
        if (bic.Length > 0 && !PaymentDesk.IsBic(bic))
            ModelState.AddModelError("Bic", Texts["This is no BIC: it has 8 or 11 letters and digits."]);
        if (!int.TryParse(Days, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var days) || days is < 0 or > PaymentTerms.MostDays)
            ModelState.AddModelError("Days", Texts["A number from 0 to {0}.", PaymentTerms.MostDays]);
        if (!ModelState.IsValid)
            return Wrong();
        var isSaved = await payments.SaveAsync(Version, terms => (terms.Holder, terms.Iban, terms.Bic, terms.DaysToPay) = (holder, account?.Compact ?? "", bic, days), cancel);
        return isSaved ? Done("/packages", Texts["The account is saved."]) : Refuse(EditOutcome.Stale, (await payments.FindAsync(cancel)).Version);
    }

    private async Task<PaymentTerms> LoadAsync(CancellationToken cancel)
    {
        List = await packages.AllAsync(cancel);
        var terms = await payments.FindAsync(cancel);
        HasAccount = terms.Iban.Length > 0;
        return terms;
    }
}
