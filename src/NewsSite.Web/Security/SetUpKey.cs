using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewsSite.Accounts.SignIn;

namespace NewsSite.Web.Security;

/// <summary>
/// Carries a new authenticator key from the page that shows it to the form that confirms it, sealed for that person and a
/// quarter of an hour: looking at the page changes nothing in the database.
/// </summary>
public sealed class SetUpKey(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public string Seal(byte[] secret, long user) => Convert.ToBase64String(For(user).Protect(secret, Lifetime));

    /// <summary>The key; null where it was sealed for somebody else, is too old or was changed.</summary>
    public byte[]? Open(string? sealedKey, long user)
    {
        try
        {
            return sealedKey is { Length: < 1000 } ? For(user).Unprotect(Convert.FromBase64String(sealedKey)) : null;
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(long user) =>
        protection.CreateProtector(typeof(Totp).FullName!, user.ToString(CultureInfo.InvariantCulture)).ToTimeLimitedDataProtector();
}
