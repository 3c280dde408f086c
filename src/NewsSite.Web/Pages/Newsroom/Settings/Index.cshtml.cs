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
public sealed class IndexModel(ProfileDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
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

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var profile = await desk.FindAsync(cancel);
        (Name, Tagline, Description) = (profile.Name, WordsInput.Of(profile.Tagline), WordsInput.Of(profile.Description));
        (Email, Phone, Address, SocialLinks) = (profile.Email, profile.Phone, profile.Address, profile.SocialLinks);
        Version = profile.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var email = Typed.Clean(Email, 254);
        var social = Typed.Clean(SocialLinks, LongestLines, hasLines: true);
        if (email.Length > 0 && !NewsSite.Accounts.Users.User.IsEmail(email))
            ModelState.AddModelError("Email", Texts["This is not an e-mail address."]);
        foreach (var line in social.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !Link.IsWeb(line)).Take(3))
            ModelState.AddModelError("SocialLinks", Texts["“{0}” is no web address: it begins with https://.", line]);
        if (!ModelState.IsValid)
            return Wrong();
        var outcome = await desk.SaveAsync(Version, profile =>
        {
            (profile.Name, profile.Email, profile.Phone) = (Typed.Clean(Name, LongestName), email, Typed.Clean(Phone, 40));
            (profile.Tagline, profile.Description) = (Tagline.ToText(LongestTagline), Description.ToText(LongestDescription));
            (profile.Address, profile.SocialLinks) = (Typed.Clean(Address, LongestLines, hasLines: true), social);
        }, cancel);
        return outcome == EditOutcome.Saved ? Done("/settings", Texts["The settings are saved."]) : Refuse(outcome, (await desk.FindAsync(cancel)).Version);
    }
}
