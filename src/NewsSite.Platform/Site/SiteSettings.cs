using System.ComponentModel.DataAnnotations;
using System.Net;

namespace NewsSite.Platform.Site;

/// <summary>The section "Site" of the settings.</summary>
public sealed class SiteSettings
{
    [Required, MaxLength(80)]
    public string Name { get; set; } = "The Zenne Post";

    /// <summary>Where readers reach the site, without a path: every address in pages, feeds and mails starts with it.</summary>
    [Required]
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>Whether an empty SQLite database is filled with the demo paper at start.</summary>
    public bool Demo { get; set; } = true;

    /// <summary>Whether finished pages are kept for the next reader; false makes each anew, to measure how long that takes.</summary>
    public bool PageCache { get; set; } = true;

    /// <summary>The folder of the SQLite database and of the media; relative to the content root.</summary>
    [Required]
    public string DataPath { get; set; } = "data";

    /// <summary>IANA name of the paper's time zone.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Brussels";

    /// <summary>Networks whose forwarded headers count, as CIDR, separated by commas; empty: none.</summary>
    public string TrustedProxies { get; set; } = "";

    public IReadOnlyList<IPNetwork> ProxyNetworks() => [.. ProxyNames().Select(name => IPNetwork.Parse(name))];

    internal bool HasSoundProxies() => ProxyNames().All(name => IPNetwork.TryParse(name, out _));

    private string[] ProxyNames() =>
        TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
