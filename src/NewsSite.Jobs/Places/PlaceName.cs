using System.Globalization;
using System.Text;

namespace NewsSite.Jobs.Places;

/// <summary>Names of places as people write them: accents, capitals, hyphens and apostrophes come and go, and saints are shortened.</summary>
public static class PlaceName
{
    /// <summary>The same for all ways in which a name is written: "Sint-Gillis", "St. Gillis" and "SINT GILLIS" are "st gillis".</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        // Lone surrogates cannot be normalised.
        var sound = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Replace('\uFFFE', '\uFFFD');
        foreach (var character in sound.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(character))
                folded.Append(Spelled(char.ToLowerInvariant(character)));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        var words = folded.ToString().TrimEnd(' ').Split(' ');
        return string.Join(' ', words.Select(word => word switch { "saint" or "sint" or "sankt" => "st", "sainte" => "ste", _ => word }));
    }

    private static string Spelled(char letter) => letter switch
    {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        _ => letter.ToString(),
    };
}
