using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;
using QRCoder;

namespace NewsSite.Web.Pages.Account;

/// <summary>
/// Sets up the authenticator app, the first time or in place of another. Who has one already must be signed in with it: the
/// password alone never replaces the second factor.
/// </summary>
[Authorize(Policies.HalfWay)]
[EnableRateLimiting(AccountLimits.SignIn)]
public sealed class TwoFactorModel(SecondFactorSetUp setUp, FindSiteFace face, SetUpKey keys, IStringLocalizer<Interface> texts) : AccountPage
{
    private const int PixelsPerModule = 6;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Asked of who replaces a working second factor.</summary>
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The key for typing, in groups of four.</summary>
    public string KeyInWords { get; private set; } = "";

    /// <summary>A data: address, because nothing about the key may be kept anywhere.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Shown once, when the second factor is set up.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public bool IsReplacing => IsSignedIn;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!IsSignedIn && Who!.HasSecondFactor)
            return ToAccount("/code");
        await ShowAsync(Totp.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsSignedIn && Who!.HasSecondFactor)
            return ToAccount("/code");
        if (keys.Open(Key, Who!.UserId) is not { } secret)
        {
            Wrong("", texts["This page was open for too long. Please scan the new code."]);
            return await OnGetAsync();
        }
        if (IsReplacing && !await setUp.IsPasswordAsync(Who.UserId, Password ?? "", cancel))
            Wrong(nameof(Password), texts["This is not your password."]);
        else if (await setUp.ConfirmAsync(HttpContext, secret, Code ?? "", Origin, cancel) is { } codes)
            RecoveryCodes = codes;
        else
            Wrong(nameof(Code), texts["This code does not fit. Is the phone's clock right?"]);
        Code = null;
        await ShowAsync(secret);
        return Page();
    }

    private async Task ShowAsync(byte[] secret)
    {
        Key = keys.Seal(secret, Who!.UserId);
        ModelState.Remove(nameof(Key));
        KeyInWords = string.Join(' ', Base32.Write(secret).Chunk(4).Select(letters => new string(letters)));
        using var code = QRCodeGenerator.GenerateQrCode(Totp.Address((await face()).Name, Who.Email, secret), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        Picture = "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }
}
