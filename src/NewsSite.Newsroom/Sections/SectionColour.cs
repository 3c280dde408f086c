using System.Globalization;

namespace NewsSite.Newsroom.Sections;

/// <summary>A section's colour stands as small text on white, so it must be dark enough (WCAG 2.2, 1.4.3).</summary>
public static class SectionColour
{
    public const double LeastContrast = 4.5;

    public static bool IsColour(string colour) =>
        colour.Length == 7 && colour[0] == '#' && colour.AsSpan(1).IndexOfAnyExcept(Digits) < 0;

    /// <summary>From 1 (white on white) to 21 (black on white).</summary>
    public static double OnWhite(string colour) =>
        1.05 / ((0.2126 * Light(colour, 1)) + (0.7152 * Light(colour, 3)) + (0.0722 * Light(colour, 5)) + 0.05);

    public static bool IsReadable(string colour) => OnWhite(colour) >= LeastContrast;

    /// <summary>The same colour, as much darker as it takes to be readable.</summary>
    public static string Readable(string colour)
    {
        for (var share = 100; !IsReadable(colour); share--)
            colour = $"#{Darker(colour, 1, share):x2}{Darker(colour, 3, share):x2}{Darker(colour, 5, share):x2}";
        return colour;
    }

    private static System.Buffers.SearchValues<char> Digits { get; } = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static int Darker(string colour, int at, int share) => Part(colour, at) * share / 100;

    private static double Light(string colour, int at)
    {
        var part = Part(colour, at) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
