using NewsSite.Platform.Languages;

namespace NewsSite.Search.Text;

/// <summary>
/// How a word of a question may have been meant: people type ecole, musee, infirmiere. Stems come from the accented word, and only
/// where an ending depends on its accent does the plain word lead to another stem; those endings stand here.
/// </summary>
internal static class Readings
{
    private static readonly (string Typed, string Meant)[] French =
    [
        ("ee", "ée"), ("ees", "ées"), ("es", "és"), ("e", "é"), ("iere", "ière"), ("ieres", "ières"), ("ierement", "ièrement"),
        ("ite", "ité"), ("ites", "ités"), ("ement", "ément"), ("erent", "èrent"), ("es", "ès"), ("at", "ât"),
        ("aique", "aïque"), ("aiques", "aïques"), ("oique", "oïque"), ("oiques", "oïques"), ("aicite", "aïcité"),
        ("era", "éra"), ("erais", "érais"), ("erait", "érait"), ("eraient", "éraient"), ("erez", "érez"),
    ];

    private static readonly (string Typed, string Meant)[] Dutch =
    [
        ("iele", "iële"), ("ieren", "iëren"), ("iering", "iëring"), ("eeren", "eëren"), ("ite", "ité"), ("ites", "ités"),
        ("oisme", "oïsme"), ("uisme", "uïsme"), ("aische", "aïsche"),
    ];

    private static (string Typed, string Meant)[] EndingsOf(Language language) => language.Code switch
    {
        "fr" => French,
        "nl" => Dutch,
        _ => [],
    };

    /// <summary>The word itself first; each reading once.</summary>
    public static IReadOnlyList<string> Of(string word, Language language)
    {
        List<string> readings = [word];
        var plain = Folding.Fold(word);
        Add(plain);
        if (plain == word)
        {
            foreach (var (typed, meant) in EndingsOf(language))
            {
                if (word.EndsWith(typed, StringComparison.Ordinal))
                    Add(word[..^typed.Length] + meant);
            }
        }
        return readings;

        void Add(string reading)
        {
            if (!readings.Contains(reading))
                readings.Add(reading);
        }
    }
}
