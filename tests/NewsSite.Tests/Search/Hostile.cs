namespace NewsSite.Tests.Search;

/// <summary>Texts that nobody means well with.</summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "a", "é", "OR", " OR ", "AND", "NOT", "-", "--", "\"", "“", "”", "(", ")", "*", "title:", "in:", ":", "'", "’", "l'", ".", ",", "@", "#", "+", "++", "/", "&", "=", "%", "?",
        " ", "\t", "\n", "\0", "\uD800", "\uDC00", "\uD83D\uDE00", "\u200F", "\u202E", "\u200B", "\uFEFF", "\u0301", "\u0323", "1", "3,5", "24/7", "東", "ß", "İ", "ﷺ", "𝒜", "c++", ".net", "news",
    ];

    public static IEnumerable<string> Texts() =>
    [
        "foo AND", "\"", "*", "NEAR(", "'; --", new string('"', 10_000), "\u202Eabc\u202C", "\uD800\uDC00\uD800", new string(',', 1_000_000),
        string.Concat(Enumerable.Repeat("a OR ", 10_000)), new string('(', 100_000), new string('-', 100_000), string.Concat(Enumerable.Repeat("-\"", 50_000)),
        string.Concat(Enumerable.Repeat("title:", 50_000)), "a" + new string('\u0301', 1_000_000), new string('a', 1_000_000), string.Concat(Enumerable.Repeat("a-", 100_000)),
        string.Concat(Enumerable.Repeat("l'", 100_000)), string.Concat(Enumerable.Repeat("1,", 100_000)), string.Concat(Enumerable.Repeat("\uD83D", 100_000)), string.Concat(Enumerable.Repeat("ﷺ", 100_000)),
        string.Concat(Enumerable.Repeat("@a", 100_000)), string.Concat(Enumerable.Repeat("東京", 100_000)), new string('\u200B', 1_000_000),
    ];

    public static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
