using System.Globalization;

namespace NewsSite.Jobs.Payments;

/// <summary>
/// The Belgian structured communication of a transfer: ten digits and two that check them, the first ten modulo 97, or 97 where
/// that is 0. Banks refuse a wrong one, so that a payment finds its order by it.
/// </summary>
public readonly record struct StructuredCommunication
{
    private const int Length = 12;

    /// <summary>Ten digits are the most that it holds.</summary>
    private const long MostNumber = 9_999_999_999;

    private StructuredCommunication(string digits) => Digits = digits;

    /// <summary>All twelve, as they are stored.</summary>
    public string Digits { get; }

    public static StructuredCommunication Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MostNumber);
        return new StructuredCommunication(string.Create(CultureInfo.InvariantCulture, $"{number:0000000000}{Check(number):00}"));
    }

    /// <summary>Reads it as people type it: with or without plus signs, stars, slashes, dots and spaces. Null: not twelve digits, or they do not fit together.</summary>
    public static StructuredCommunication? Parse(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(character => !(char.IsWhiteSpace(character) || character is '+' or '*' or '/' or '.' or '-')));
        return digits.Length == Length && digits.All(char.IsAsciiDigit)
            && Check(long.Parse(digits.AsSpan(0, 10), CultureInfo.InvariantCulture)) == int.Parse(digits.AsSpan(10), CultureInfo.InvariantCulture)
                ? new StructuredCommunication(digits)
                : null;
    }

    /// <summary>+++090/9337/55493+++.</summary>
    public override string ToString() => $"+++{Digits[..3]}/{Digits[3..7]}/{Digits[7..]}+++";

    private static long Check(long number) => number % 97 is var rest && rest == 0 ? 97 : rest;
}
