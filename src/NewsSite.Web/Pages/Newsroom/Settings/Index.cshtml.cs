using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Profile;
using NewsSite.Platform.Html;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Settings;

/// <summary>What the paper says of itself on its pages. What stands in the settings file is the default, and is shown.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(ProfileDesk desk, PictureChoice pictures, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public const int LongestName = 80;
    public const int LongestTagline = 120;
    public const int LongestDescription = 300;
    public const int LongestLines = 1000;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public WordsInput Tagline { get; set; } = new();

    [BindProperty]
    public WordsInput Description { get; set; } = new();

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? SocialLinks { get; set; }

    /// <summary>The number of a picture in the library; empty: none.</summary>
    [BindProperty]
    public string? Logo { get; set; }

    /// <summary>Words of a picture.</summary>
    [BindProperty]
    public string? LookFor { get; set; }

    public PictureField LogoField { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var profile = await desk.FindAsync(cancel);
        (Name, Tagline, Description) = (profile.Name, WordsInput.Of(profile.Tagline), WordsInput.Of(profile.Description));
        (Email, Phone, Address, SocialLinks) = (profile.Email, profile.Phone, profile.Address, profile.SocialLinks);
        (Logo, Version) = (profile.LogoId?.ToString(CultureInfo.InvariantCulture), profile.Version);
        await ShowLogoAsync(null, cancel);
    }

    /// <summary>Looks for a logo, where no script opens the library; saves nothing.</summary>
    public async Task<IActionResult> OnPostLookForAsync(CancellationToken cancel)
    {
        await ShowLogoAsync(Typed.Clean(LookFor, 200), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var email = Typed.Clean(Email, 254);
        var social = Typed.Clean(SocialLinks, LongestLines, hasLines: true);
        if (email.Length > 0 && !NewsSite.Accounts.Users.User.IsEmail(email))
            ModelState.AddModelError("Email", Texts["This is not an e-mail address."]);
        foreach (var line in social.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !Link.IsWeb(line)).Take(3))
            ModelState.AddModelError("SocialLinks", Texts["“{0}” is no web address: it begins with https://.", line]);
        var logo = PictureField.Number(Logo);
        if (!string.IsNullOrEmpty(Logo) && (logo is not { } id || !await pictures.HasAsync(id, cancel)))
            ModelState.AddModelError("Logo", Texts["The media library has no picture of this number."]);
        await ShowLogoAsync(null, cancel);
        if (!ModelState.IsValid)
            return Wrong();
        var outcome = await desk.SaveAsync(Version, profile =>
        {
            (profile.Name, profile.Email, profile.Phone) = (Typed.Clean(Name, LongestName), email, Typed.Clean(Phone, 40));
            (profile.Tagline, profile.Description) = (Tagline.ToText(LongestTagline), Description.ToText(LongestDescription));
            (profile.Address, profile.SocialLinks) = (Typed.Clean(Address, LongestLines, hasLines: true), social);
            profile.LogoId = logo;
        }, cancel);
        return outcome == EditOutcome.Saved ? Done("/settings", Texts["The settings are saved."]) : Refuse(outcome, (await desk.FindAsync(cancel)).Version);
    }

    private async Task ShowLogoAsync(string? words, CancellationToken cancel) => LogoField = await pictures.FillAsync(
        new PictureField("Logo", Texts["Logo"]) { Hint = Texts["Stands in the header, in mails and in feeds where the name would. Best wide, on white or without a ground."] }, Logo, words, cancel);
}
