using System.Globalization;
using System.Text;

namespace NewsSite.Platform.Html;

/// <summary>The readable part of an address: lower-case ASCII letters, digits and single hyphens.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    /// <summary>Makes a slug from any text; "x" where nothing of it can be kept.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in Letters(text))
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (character is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return Cut(slug.ToString());
    }

    /// <summary>What to look for in slugs where somebody typed that; empty where nothing of it can stand in one.</summary>
    public static string Sought(string typed) => typed.Any(char.IsLetterOrDigit) ? From(typed) : "";

    public static bool IsValid(string slug) =>
        slug.Length is > 0 and <= MaxLength && slug[0] != '-' && slug[^1] != '-'
        && slug.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private static IEnumerable<char> Letters(string text)
    {
        // Lone surrogates and U+FFFE cannot be normalised; the replacement character is dropped below like any other sign.
        var sound = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');
        foreach (var character in sound.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            foreach (var letter in Spelled(character))
                yield return letter;
        }
    }

    private static string Spelled(char character) => character switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ø' or 'Ø' => "o",
        'ß' => "ss",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        '&' => "-and-",
        _ => character.ToString(),
    };

    private static string Cut(string slug)
    {
        if (slug.Length > MaxLength)
            slug = slug.LastIndexOf('-', MaxLength) is > 0 and var end ? slug[..end] : slug[..MaxLength];
        slug = slug.Trim('-');
        return slug.Length > 0 ? slug : "x";
    }
}
