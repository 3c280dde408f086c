using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Security;

/// <summary>Carries the moment at which a form was opened to the moment at which it is sent: programs send at once, or send what was never opened.</summary>
public sealed class FormAge(IDataProtectionProvider protection, PaperClock clock)
{
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly IDataProtector _protector = protection.CreateProtector(typeof(FormAge).FullName!);

    /// <param name="earlier">What the form carried before; kept where it is sound.</param>
    public string Seal(string? earlier = null) =>
        Opened(earlier) is null ? _protector.Protect(clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)) : earlier!;

    /// <summary>Whether the form was opened here, and not just now.</summary>
    public bool IsOld(string? sealedMoment) => Opened(sealedMoment) is { } opened && clock.Now - opened >= Least;

    private DateTimeOffset? Opened(string? sealedMoment)
    {
        try
        {
            return sealedMoment is { Length: > 0 and < 1000 } ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(_protector.Unprotect(sealedMoment), CultureInfo.InvariantCulture)) : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null; // Changed, or never ours.
        }
    }
}
