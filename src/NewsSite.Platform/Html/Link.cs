namespace NewsSite.Platform.Html;

/// <summary>Which addresses a link may lead to.</summary>
public static class Link
{
    private static readonly string[] Web = ["http", "https"];

    /// <summary>An absolute address with one of the schemes, or a path of this site that begins with one slash.</summary>
    public static bool IsAllowed(string address, IReadOnlyList<string> schemes)
    {
        if (!IsSound(address))
            return false;
        if (address[0] == '/')
            return address.Length == 1 || address[1] != '/';
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme)
            && (!Web.Contains(uri.Scheme) || uri.Host.Length > 0);
    }

    /// <summary>An absolute http or https address without a user name in it.</summary>
    public static bool IsWeb(string address) =>
        IsSound(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && Web.Contains(uri.Scheme) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    /// <summary>How a web address is named to readers: its host, without "www.".</summary>
    public static string SiteName(string webAddress)
    {
        var host = new Uri(webAddress).IdnHost;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>Browsers read backslashes as slashes and skip control characters and spaces around an address; .NET does not.</summary>
    private static bool IsSound(string address) =>
        address.Length > 0 && address[0] != ' ' && address[^1] != ' ' && !address.Any(character => char.IsControl(character) || character == '\\');
}
