using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>The applicant's way to the application: its number at random and the site's signature, so that every mail can carry it and no table holds it.</summary>
public sealed class ApplicationLink(SiteKey key, IOptions<SiteSettings> settings)
{
    private const string Purpose = "application";
    private const int NumberBytes = 16;
    private const int SignatureBytes = 16;

    /// <summary>Characters of number and signature together.</summary>
    public const int Length = 43;

    internal static string NewNumber() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NumberBytes));

    /// <summary>Absolute, in the language of the mail.</summary>
    /// <param name="number">Of the application.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async ValueTask<string> ToAsync(string number, Language language, CancellationToken cancel = default) =>
        $"{settings.Value.PublicUrl.TrimEnd('/')}{language.Prefix}/jobs/applications/{await TokenAsync(number, cancel)}";

    internal async ValueTask<string> TokenAsync(string number, CancellationToken cancel = default)
    {
        var bytes = Base64Url.DecodeFromChars(number);
        return Base64Url.EncodeToString([.. bytes, .. (await key.SignAsync(Purpose, bytes, cancel)).AsSpan(0, SignatureBytes)]);
    }

    /// <summary>The number in a link that this site has made; null for any other.</summary>
    internal async ValueTask<string?> ReadAsync(string token, CancellationToken cancel = default)
    {
        var bytes = new byte[NumberBytes + SignatureBytes];
        if (token.Length != Length || !Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != bytes.Length)
            return null;
        var signature = await key.SignAsync(Purpose, bytes.AsMemory(0, NumberBytes), cancel);
        return CryptographicOperations.FixedTimeEquals(signature.AsSpan(0, SignatureBytes), bytes.AsSpan(NumberBytes)) ? Base64Url.EncodeToString(bytes.AsSpan(0, NumberBytes)) : null;
    }
}
