using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Links;

/// <summary>
/// Writes and reads the links in mails. A link holds its numbers and a signature, nothing is kept for it; so it works as long as its
/// subscriber exists. Whoever holds one can do what it is for, as with every mail's unsubscribe link.
/// </summary>
public sealed class AlertLinks(SiteKey key, IOptions<SiteSettings> settings)
{
    private const string Purpose = "alert links";

    /// <summary>128 bits cannot be guessed, and a link stays on one line.</summary>
    private const int SignatureBytes = 16;

    private const int MostSubscriptions = 100;

    public ValueTask<string> ConfirmAsync(Language language, long subscriber, long subscription, CancellationToken cancel = default) =>
        AddressAsync(language, "confirm", new AlertLink(LinkPurpose.Confirm, subscriber, 0, [subscription]), cancel);

    public ValueTask<string> PreferencesAsync(Language language, long subscriber, CancellationToken cancel = default) =>
        AddressAsync(language, "mine", new AlertLink(LinkPurpose.Preferences, subscriber, 0, []), cancel);

    public ValueTask<string> UnsubscribeAsync(Language language, long subscriber, long mailing, IReadOnlyList<long> subscriptions, CancellationToken cancel = default) =>
        AddressAsync(language, "stop", new AlertLink(LinkPurpose.Unsubscribe, subscriber, mailing, subscriptions), cancel);

    /// <returns>Null: it was not written here, or is for something else.</returns>
    public async ValueTask<AlertLink?> ReadAsync(string? token, LinkPurpose purpose, CancellationToken cancel = default)
    {
        if (token is null or { Length: > 1000 } || !Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= SignatureBytes)
            return null;
        var signed = bytes.AsMemory(0, bytes.Length - SignatureBytes);
        var signature = await key.SignAsync(Purpose, signed, cancel);
        if (!CryptographicOperations.FixedTimeEquals(signature.AsSpan(0, SignatureBytes), bytes.AsSpan(signed.Length)))
            return null;
        return Parse(signed.Span) is { } link && link.Purpose == purpose ? link : null;
    }

    public async ValueTask<string> TokenAsync(AlertLink link, CancellationToken cancel = default)
    {
        using var stream = new MemoryStream();
        await using (var writer = new BinaryWriter(stream))
        {
            writer.Write((byte)link.Purpose);
            writer.Write7BitEncodedInt64(link.Subscriber);
            writer.Write7BitEncodedInt64(link.Mailing);
            foreach (var subscription in link.Subscriptions.Take(MostSubscriptions))
                writer.Write7BitEncodedInt64(subscription);
        }
        var signed = stream.ToArray();
        var signature = await key.SignAsync(Purpose, signed, cancel);
        return Base64Url.EncodeToString([.. signed, .. signature.AsSpan(0, SignatureBytes)]);
    }

    private async ValueTask<string> AddressAsync(Language language, string page, AlertLink link, CancellationToken cancel) =>
        $"{settings.Value.PublicUrl.TrimEnd('/')}{language.Prefix}/alerts/{page}/{await TokenAsync(link, cancel)}";

    private static AlertLink? Parse(ReadOnlySpan<byte> signed)
    {
        using var reader = new BinaryReader(new MemoryStream(signed.ToArray()));
        var purpose = (LinkPurpose)reader.ReadByte();
        var (subscriber, mailing) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        var subscriptions = new List<long>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            subscriptions.Add(reader.Read7BitEncodedInt64());
        return new AlertLink(purpose, subscriber, mailing, subscriptions);
    }
}
