using System.Buffers.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>One's passkeys: add, rename, remove.</summary>
[EnableRateLimiting(AccountLimits.SignIn)]
[Authorize(Policies.SignedIn)]
public sealed class PasskeysModel(Staff staff, Passkeys passkeys, Passwords passwords, PasskeyCeremony ceremony, IStringLocalizer<Interface> texts) : AccountPage
{
    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the browser's new passkey answered, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public async Task OnGetAsync(CancellationToken cancel) => Passkeys = await passkeys.OfAsync(await MeAsync(cancel), cancel);

    /// <summary>For the script: what the browser needs to make a passkey. Whoever sits down at an open screen does not know the password.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancel)
    {
        var me = await MeAsync(cancel);
        return await passwords.IsRightAsync(me, Password ?? "", cancel)
            ? Content(await ceremony.OfferAsync(HttpContext, me), "application/json")
            : BadRequest();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        var me = await MeAsync(cancel);
        if (await ceremony.AddAsync(HttpContext, me, Credential ?? "", NameOr(texts["Passkey"]), cancel))
            return Done(AccountNotice.PasskeyAdded);
        Wrong("", texts["That did not work. Please try again."]);
        await OnGetAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(string id, CancellationToken cancel) =>
        Read(id) is { } key && await passkeys.RenameAsync(await MeAsync(cancel), key, NameOr(texts["Passkey"]), cancel) ? Done(AccountNotice.PasskeyRenamed) : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancel) =>
        Read(id) is { } key && await passkeys.RemoveAsync(await MeAsync(cancel), key, cancel) ? Done(AccountNotice.PasskeyRemoved) : NotFound();

    private async Task<User> MeAsync(CancellationToken cancel) => (await staff.FindAsync(Who!.UserId, cancel))!;

    private string NameOr(string standard)
    {
        var name = Name?.Trim() ?? "";
        return name.Length == 0 ? standard : name.Length > NewsSite.Accounts.SignIn.Passkeys.MaxName ? name[..NewsSite.Accounts.SignIn.Passkeys.MaxName] : name;
    }

    private static byte[]? Read(string id) => Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;
}
