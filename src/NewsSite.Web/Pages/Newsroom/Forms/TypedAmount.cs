using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Pages.Newsroom.Forms;

/// <summary>Amounts and rates as people type them in three languages: 1.250,50 or 1,250.50 or 1250.5.</summary>
public static partial class TypedAmount
{
    /// <summary>In cents; null: it is no amount.</summary>
    public static long? Cents(string? typed)
    {
        var compact = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character) && character is not '€'));
        if (Amount().Match(compact) is not { Success: true } match)
            return null;
        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        return long.TryParse(whole + match.Groups["cents"].Value.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var cents) ? cents : null;
    }

    /// <summary>A rate in hundredths of a per cent: 21 is 2100; null: it is none.</summary>
    public static int? Rate(string? typed) => Cents(typed) is { } rate and <= 100_00 ? (int)rate : null;

    /// <summary>235.95, as a field shows it in the language of the interface; without the sign.</summary>
    public static string Shown(long cents) => (cents / 100m).ToString(cents % 100 == 0 ? "0" : "0.00", CultureInfo.CurrentCulture);

    /// <summary>Thousands in groups or not, and at the end a comma or dot with one or two digits or none.</summary>
    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}(?<sign>[.,])[0-9]{3}(\k<sign>[0-9]{3})*|[0-9]{1,9})([.,](?<cents>[0-9]{1,2}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
