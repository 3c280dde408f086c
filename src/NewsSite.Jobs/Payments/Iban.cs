namespace NewsSite.Jobs.Payments;

/// <summary>An international account number (ISO 13616), its length by country and its check digits right.</summary>
public sealed record Iban
{
    /// <summary>Lengths in the SEPA area, where a euro transfer can go. Source: the SWIFT IBAN registry and the EPC's list of SEPA countries.</summary>
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["AD"] = 24,
        ["AL"] = 28,
        ["AT"] = 20,
        ["BE"] = 16,
        ["BG"] = 22,
        ["CH"] = 21,
        ["CY"] = 28,
        ["CZ"] = 24,
        ["DE"] = 22,
        ["DK"] = 18,
        ["EE"] = 20,
        ["ES"] = 24,
        ["FI"] = 18,
        ["FR"] = 27,
        ["GB"] = 22,
        ["GI"] = 23,
        ["GR"] = 27,
        ["HR"] = 21,
        ["HU"] = 28,
        ["IE"] = 22,
        ["IS"] = 26,
        ["IT"] = 27,
        ["LI"] = 21,
        ["LT"] = 20,
        ["LU"] = 20,
        ["LV"] = 21,
        ["MC"] = 27,
        ["MD"] = 24,
        ["ME"] = 22,
        ["MK"] = 19,
        ["MT"] = 31,
        ["NL"] = 18,
        ["NO"] = 15,
        ["PL"] = 28,
        ["PT"] = 25,
        ["RO"] = 24,
        ["RS"] = 22,
        ["SE"] = 24,
        ["SI"] = 19,
        ["SK"] = 24,
        ["SM"] = 27,
        ["VA"] = 22,
    };

    private Iban(string compact) => Compact = compact;

    /// <summary>Without spaces, in capitals.</summary>
    public string Compact { get; }

    /// <summary>Null: no country of SEPA, a wrong length, a wrong character or wrong check digits.</summary>
    public static Iban? Parse(string? typed)
    {
        var compact = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character) && character is not ('.' or '-'))).ToUpperInvariant();
        return compact.Length >= 4 && Lengths.TryGetValue(compact[..2], out var length) && compact.Length == length
            && compact.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(compact[2]) && char.IsAsciiDigit(compact[3]) && Remainder(compact) == 1
                ? new Iban(compact)
                : null;
    }

    /// <summary>In groups of four, as people read it.</summary>
    public override string ToString() => string.Join(' ', Compact.Chunk(4).Select(group => new string(group)));

    /// <summary>Modulo 97 of the number that it is with the first four characters at the end and letters as 10 to 35.</summary>
    private static int Remainder(string compact)
    {
        var remainder = 0;
        foreach (var character in compact[4..] + compact[..4])
            remainder = char.IsAsciiDigit(character) ? ((remainder * 10) + (character - '0')) % 97 : ((remainder * 100) + (character - 'A' + 10)) % 97;
        return remainder;
    }
}
