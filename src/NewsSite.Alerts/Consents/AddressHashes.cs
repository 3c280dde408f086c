using System.Text;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Secrets;

namespace NewsSite.Alerts.Consents;

/// <summary>Addresses as keyed hashes: without the site's key nobody can try addresses against them.</summary>
public sealed class AddressHashes(SiteKey key)
{
    public ValueTask<byte[]> OfMailAsync(string email, CancellationToken cancel = default) =>
        key.SignAsync("mail address", Encoding.UTF8.GetBytes(Subscriber.KeyOf(email)), cancel);

    public ValueTask<byte[]> OfNetworkAsync(string address, CancellationToken cancel = default) =>
        key.SignAsync("network address", Encoding.UTF8.GetBytes(address), cancel);
}
