using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Packages;
using NewsSite.Newsroom.Edits;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Packages;

/// <summary>Words, price and terms of one package.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class PackageModel(PackageDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public Package Package { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public WordsInput Name { get; set; } = new();

    [BindProperty]
    public WordsInput Text { get; set; } = new();

    [BindProperty]
    public string? Net { get; set; }

    [BindProperty]
    public string? VatRate { get; set; }

    [BindProperty]
    public bool IsPaidFirst { get; set; }

    [BindProperty]
    public bool IsOffered { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        (Name, Text, Version) = (WordsInput.Of(Package.Name), WordsInput.Of(Package.Text), Package.Version);
        (Net, VatRate, IsPaidFirst, IsOffered) = (TypedAmount.Shown(Package.Net), TypedAmount.Shown(Package.VatRate), Package.IsPaidFirst, Package.IsOffered);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var name = Name.ToText(Package.LongestName);
        if (name.IsEmpty)
            ModelState.AddModelError("Name.En", Texts["Give it a name."]);
        if (TypedAmount.Cents(Net) is not { } net || net > Price.MostNet)
            ModelState.AddModelError("Net", Texts["An amount such as 195 or 195.50, at most {0}.", Words.Amount(Price.MostNet)]);
        if (TypedAmount.Rate(VatRate) is not { } rate)
            ModelState.AddModelError("VatRate", Texts["A number from 0 to 100, such as 21."]);
        if (!ModelState.IsValid)
            return Wrong();
        var terms = new PackageTerms
        {
            Name = name,
            Text = Text.ToText(Package.LongestText),
            Price = new Price(TypedAmount.Cents(Net)!.Value, TypedAmount.Rate(VatRate)!.Value),
            IsPaidFirst = IsPaidFirst,
            IsOffered = IsOffered,
        };
        return await desk.SaveAsync(Id, Version, terms, cancel)
            ? Done("/packages", Texts["“{0}” is saved.", name.In(Language)])
            : Refuse(EditOutcome.Stale, (await desk.FindAsync(Id, cancel))!.Version);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Id, cancel) is not { } package)
            return false;
        Package = package;
        return true;
    }
}
