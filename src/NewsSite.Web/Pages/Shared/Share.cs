namespace NewsSite.Web.Pages.Shared;

/// <summary>The ways to pass an article on; plain links, no foreign script.</summary>
/// <param name="Address">Absolute.</param>
public sealed record Share(string Title, string Address, string SiteName)
{
    private string Encoded => Uri.EscapeDataString(Address);

    public string X => $"https://x.com/intent/post?text={Uri.EscapeDataString(Title)}&url={Encoded}";

    public string Facebook => $"https://www.facebook.com/sharer/sharer.php?u={Encoded}";

    public string WhatsApp => $"https://wa.me/?text={Uri.EscapeDataString($"{Title} {Address}")}";

    public string LinkedIn => $"https://www.linkedin.com/sharing/share-offsite/?url={Encoded}";

    public string Mail => $"mailto:?subject={Uri.EscapeDataString(Title)}&body={Uri.EscapeDataString($"{Title}\r\n{SiteName}\r\n{Address}")}";
}
