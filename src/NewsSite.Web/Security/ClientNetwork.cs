using System.Net;
using System.Net.Sockets;

namespace NewsSite.Web.Security;

/// <summary>Whom a limit by address counts as one: an address, and of IPv6 the /64 that one customer of a provider has.</summary>
internal static class ClientNetwork
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        return Of(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    private static string Of(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
}
