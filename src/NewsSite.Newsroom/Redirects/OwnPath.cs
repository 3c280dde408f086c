using System.Globalization;

namespace NewsSite.Newsroom.Redirects;

/// <summary>The paths of things that have a name for an address, without the language before them.</summary>
public static class OwnPath
{
    public static string Section(string slug) => "/news/" + slug;

    public static string Tag(string slug) => "/tags/" + slug;

    public static string Author(string slug) => "/authors/" + slug;

    public static string StaticPage(string slug) => "/pages/" + slug;

    /// <summary>Its number finds it; the name says what it is.</summary>
    public static string Download(long id, string name) => string.Create(CultureInfo.InvariantCulture, $"/downloads/{id}/{Uri.EscapeDataString(name)}");
}
