using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Jobs.Employers;

/// <summary>A VAT number of the European Union: of Belgium with its check digits, of the others by form.</summary>
public static partial class VatNumber
{
    /// <summary>How it is kept: country and signs without spaces or dots, such as BE0403170701.</summary>
    /// <returns>Null: it is none.</returns>
    public static string? Read(string typed)
    {
        var text = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        // Belgians often leave the country out, and older numbers lack their first 0.
        if (Digits().IsMatch(text))
            text = "BE" + text;
        if (text.StartsWith("BE", StringComparison.Ordinal) && text.Length == 11)
            text = "BE0" + text[2..];
        return Forms().IsMatch(text) && (!text.StartsWith("BE", StringComparison.Ordinal) || IsBelgian(text)) ? text : null;
    }

    /// <summary>The last two digits are 97 less the rest of the first eight divided by 97.</summary>
    private static bool IsBelgian(string number)
    {
        var (first, check) = (int.Parse(number.AsSpan(2, 8), CultureInfo.InvariantCulture), int.Parse(number.AsSpan(10, 2), CultureInfo.InvariantCulture));
        return 97 - (first % 97) == check;
    }

    [GeneratedRegex("^[01]?[0-9]{9}$")]
    private static partial Regex Digits();

    [GeneratedRegex("^(ATU[0-9]{8}|BE[01][0-9]{9}|BG[0-9]{9,10}|CY[0-9]{8}[A-Z]|CZ[0-9]{8,10}|DE[0-9]{9}|DK[0-9]{8}|EE[0-9]{9}|EL[0-9]{9}|ES[A-Z0-9][0-9]{7}[A-Z0-9]|FI[0-9]{8}|FR[A-HJ-NP-Z0-9]{2}[0-9]{9}|HR[0-9]{11}|HU[0-9]{8}"
        + "|IE([0-9]{7}[A-W][A-I]?|[0-9][A-Z][0-9]{5}[A-Z])|IT[0-9]{11}|LT([0-9]{9}|[0-9]{12})|LU[0-9]{8}|LV[0-9]{11}|MT[0-9]{8}|NL[0-9]{9}B[0-9]{2}|PL[0-9]{10}|PT[0-9]{9}|RO[0-9]{2,10}|SE[0-9]{10}01|SI[0-9]{8}|SK[0-9]{10}|XI([0-9]{9}|[0-9]{12}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Forms();
}
