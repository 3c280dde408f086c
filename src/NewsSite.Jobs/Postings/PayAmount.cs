using System.Globalization;

namespace NewsSite.Jobs.Postings;

/// <summary>An amount of money as people type it here: "3200", "3.200", "3 200,50", "€ 3,200.50".</summary>
public static class PayAmount
{
    /// <summary>In cents: nobody is paid more.</summary>
    private const long Most = 1_000_000_000_00;

    /// <returns>In cents; null: it is no amount above nothing.</returns>
    public static long? Read(string typed)
    {
        var text = new string([.. typed.Where(character => !char.IsWhiteSpace(character) && character is not ('€' or '\'' or '’'))]);
        var mark = text.LastIndexOfAny(['.', ',']);
        // Three digits after the only kind of mark are thousands; after the last of two kinds, or fewer of them, they are cents.
        var hasCents = mark >= 0 && text.Length - mark - 1 is 1 or 2;
        var (whole, cents) = hasCents ? (text[..mark], text[(mark + 1)..].PadRight(2, '0')) : (text, "00");
        var groups = whole.Split('.', ',');
        if (groups.Skip(1).Any(group => group.Length != 3) || (groups.Length > 1 && groups[0].Length is 0 or > 3))
            return null;
        return long.TryParse(string.Concat(groups) + cents, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and <= Most ? amount : null;
    }
}
