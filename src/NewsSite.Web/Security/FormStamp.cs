using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Security;

/// <summary>
/// Says when a form of a reader's page was opened, in the form itself, where nobody can change it: programs that fill in forms are
/// quicker than people. Readers have no cookie that could say it.
/// </summary>
public sealed class FormStamp(IDataProtectionProvider protection, PaperClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("NewsSite.FormStamp");
    private readonly IDataProtector _words = protection.CreateProtector("NewsSite.FormWords");

    public string New() => _protector.Protect(clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>How long ago the form was opened; null: the stamp is none of ours.</summary>
    public TimeSpan? AgeOf(string? stamp)
    {
        if (Read(_protector, stamp) is not { } written)
            return null;
        return clock.Now - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(written, CultureInfo.InvariantCulture));
    }

    /// <summary>A few words for the page that follows, in its address, which nobody else can write there.</summary>
    public string Carry(string words) => _words.Protect(words);

    /// <summary>The words that <see cref="Carry"/> took; null: they are not ours.</summary>
    public string? Carried(string? carried) => Read(_words, carried);

    private static string? Read(IDataProtector protector, string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 2000)
            return null;
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
