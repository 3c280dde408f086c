using System.Text.RegularExpressions;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>
/// Some elements switch an HTML parser into a state in which it drops what follows or takes it as letters: a page's frame in the
/// middle of a text, form fields, drawings. No text needs them, so they get a name that means nothing before the parser sees them.
/// </summary>
internal static partial class HarmlessElements
{
    private const string Prefix = "x-";

    public static string Rename(string html) => Unwanted().Replace(html, "<${end}" + Prefix + "${name}");

    /// <summary>The name that stood in the text.</summary>
    public static string NameOf(string element) =>
        element.StartsWith(Prefix, StringComparison.Ordinal) && Unwanted().IsMatch($"<{element[Prefix.Length..]}>") ? element[Prefix.Length..] : element;

    [GeneratedRegex(@"<(?<end>/?)(?<name>html|head|body|frameset|frame|noframes|noembed|title|textarea|select|option|optgroup|plaintext|xmp|listing|svg|math)(?=[\s/>])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
