using Microsoft.Extensions.Localization;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Reads what a browser calls itself, roughly: enough to know one's own again.</summary>
internal static class Browser
{
    /// <summary>The first that fits counts: Edge calls itself Chrome too, and Chrome Safari.</summary>
    private static readonly (string Mark, string Name)[] Programs = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Name(string device, IStringLocalizer<Interface> texts) => (Find(Programs, device), Find(Systems, device)) switch
    {
        ({ } program, { } system) => texts["{0} on {1}", program, system],
        ({ } program, null) => program,
        _ => texts["Unknown browser"],
    };

    private static string? Find((string Mark, string Name)[] known, string device) =>
        known.FirstOrDefault(entry => device.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
