using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Security;

/// <summary>
/// The two halves of making and of using a passkey. What the site asked is kept meanwhile in a sealed cookie of five minutes,
/// which is gone with the answer. A passkey must check its owner (finger, face, PIN): only so it is both factors at once.
/// </summary>
public sealed class PasskeyCeremony(
    IPasskeyHandler<User> handler, Passkeys passkeys, SessionCookie cookies, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private string CookieName => cookies.NameOf("passkey");

    /// <summary>What the browser needs to make a passkey for that person, as JSON.</summary>
    public async Task<string> OfferAsync(HttpContext context, User user)
    {
        var entity = new PasskeyUserEntity { Id = user.Id.ToString(CultureInfo.InvariantCulture), Name = user.Email!, DisplayName = user.Name };
        var options = await handler.MakeCreationOptionsAsync(entity, context);
        Keep(context, user.Id, options.AttestationState);
        return options.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser made; false where its answer is not in order.</summary>
    public async Task<bool> AddAsync(HttpContext context, User user, string credential, string name, CancellationToken cancel)
    {
        if (credential.Length == 0 || Take(context, user.Id) is not { } state)
            return false;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded)
            return false;
        await passkeys.AddAsync(user, result.Passkey, name, cancel);
        return true;
    }

    /// <summary>What the browser asks its passkeys, as JSON; it does not say whose account is meant.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(user: null, context);
        Keep(context, user: 0, options.AssertionState);
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey answered; null where the answer is not in order or that person may not sign in.</summary>
    public async Task<User?> FinishAsync(HttpContext context, string credential, CancellationToken cancel)
    {
        if (credential.Length == 0 || Take(context, user: 0) is not { } state)
            return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || !result.User.IsActive)
            return null;
        await passkeys.UsedAsync(result.User, result.Passkey, cancel);
        return result.User;
    }

    private void Keep(HttpContext context, long user, string? state) =>
        context.Response.Cookies.Append(CookieName, For(user).Protect(state ?? "", Lifetime), cookies.Options(context, Lifetime));

    private string? Take(HttpContext context, long user)
    {
        if (context.Request.Cookies[CookieName] is not { } kept)
            return null;
        context.Response.Cookies.Delete(CookieName, cookies.Options(context, null));
        try
        {
            return For(user).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null; // Too old, or for something else.
        }
    }

    private ITimeLimitedDataProtector For(long user) =>
        protection.CreateProtector(typeof(PasskeyCeremony).FullName!, user.ToString(CultureInfo.InvariantCulture)).ToTimeLimitedDataProtector();
}

internal static class PasskeyRegistration
{
    public static void AddPasskeyCeremony(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddScoped<PasskeyCeremony>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SiteSettings>>((options, settings) =>
        {
            var site = new Uri(settings.Value.PublicUrl);
            options.ServerDomain = site.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.Origin, site));
        });
    }

    /// <summary>On a laptop the port may be another than the settings say.</summary>
    private static bool IsOurs(string text, Uri site) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme == site.Scheme && origin.Host == site.Host && (site.IsLoopback || origin.Port == site.Port);
}
