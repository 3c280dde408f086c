using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Html;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Profile;

/// <summary>What a company says of itself; readers see it at once.</summary>
[Authorize(Policies.OwnEmployer)]
[RequestSizeLimit(2 * EmployerProfiles.HeaviestLogo)]
public sealed class IndexModel(EmployerProfiles profiles, IStringLocalizer<Interface> texts) : EmployerPage
{
    private const int MostLinks = 8;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? AboutLanguage { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    [BindProperty]
    public string? Links { get; set; }

    [BindProperty]
    public string? Places { get; set; }

    [BindProperty]
    public string? VatNumber { get; set; }

    [BindProperty]
    public IFormFile? Logo { get; set; }

    /// <summary>Of the company when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Rendition? LogoNow { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var employer = (await profiles.FindAsync(Company.EmployerId, cancel))!;
        (Name, AboutLanguage, About, Website, Version) = (employer.Name, employer.Language, employer.About, employer.Website, employer.Version);
        (Links, Places, VatNumber, LogoNow) = (employer.Links, employer.Places, employer.VatNumber, employer.Logo);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        LogoNow = (await profiles.FindAsync(Company.EmployerId, cancel))!.Logo;
        var profile = new EmployerProfile
        {
            Name = Typed.Clean(Name, EmployerDesk.LongestName),
            Language = Platform.Languages.Language.OrDefault(AboutLanguage ?? "").Code,
            About = Typed.Clean(About, 2000, hasLines: true),
            Website = Address(Website, nameof(Website)),
            Links = string.Join('\n', Lines(Links, 2000).Take(MostLinks).Select(line => Address(line, nameof(Links)))),
            Places = string.Join('\n', Lines(Places, 1000)),
            VatNumber = Vat(),
        };
        if (profile.Name.Length == 0)
            ModelState.AddModelError(nameof(Name), texts["Please name the company."]);
        var logo = await ReadLogoAsync(cancel);
        if (!ModelState.IsValid)
            return Wrong();
        if (await profiles.SaveAsync(Company.EmployerId, Version, profile, logo, cancel))
            return Done("/company", texts["The company is saved."]);
        Version = (await profiles.FindAsync(Company.EmployerId, cancel))!.Version;
        ModelState.Remove(nameof(Version));
        return Wrong("", texts["Somebody else has changed this since you opened it. What you typed is still here: look at theirs in another window. Saving again replaces it."], StatusCodes.Status409Conflict);
    }

    private string Vat()
    {
        var typed = Typed.Clean(VatNumber, 30);
        if (typed.Length == 0)
            return "";
        if (NewsSite.Jobs.Employers.VatNumber.Read(typed) is { } number)
            return number;
        ModelState.AddModelError(nameof(VatNumber), texts["This is not a VAT number: its country, its length or its check digits do not fit."]);
        return "";
    }

    private string Address(string? typed, string field)
    {
        var address = Typed.Clean(typed, 1000);
        if (address.Length == 0)
            return "";
        if (!address.Contains("://", StringComparison.Ordinal))
            address = "https://" + address;
        if (!Link.IsWeb(address))
            ModelState.AddModelError(field, texts["This is not a web address. It begins with https://."]);
        return address;
    }

    private static string[] Lines(string? typed, int most) => Typed.Clean(typed, most, hasLines: true).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<PictureFile?> ReadLogoAsync(CancellationToken cancel)
    {
        if (Logo is not { Length: > 0 } file)
            return null;
        try
        {
            if (file.Length > EmployerProfiles.HeaviestLogo)
                throw new PictureFileException(PictureFault.TooHeavy, "");
            var content = new byte[(int)file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancel);
            var picture = PictureFile.Read(content);
            if (picture.Format == PictureFormat.Gif || picture.Width > EmployerProfiles.WidestLogo || picture.Height > EmployerProfiles.WidestLogo)
                throw new PictureFileException(PictureFault.TooManyPixels, "");
            return picture;
        }
        catch (PictureFileException)
        {
            ModelState.AddModelError(nameof(Logo), texts["This file cannot be the logo: it must be a PNG, JPEG or WebP picture of at most 1 MB and {0} pixels.", EmployerProfiles.WidestLogo]);
            return null;
        }
    }
}
