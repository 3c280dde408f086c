using NewsSite.Search.Text.Stems;

namespace NewsSite.Search.Text;

/// <summary>
/// Takes Dutch compounds apart that are made of known words: vrachtwagenchauffeur is a vrachtwagen and a chauffeur. Precision before
/// recall: every part must stand in the list, a word of the list stays whole, and the fewest parts win.
/// </summary>
/// <remarks>
/// The list (Words/compounds-nl.txt) is the project's own. "hoofd-" stands at the beginning of compounds only, "-man" at the end
/// only. Between parts may stand s or en, or e behind a word of four letters; the last part may be inflected.
/// </remarks>
internal sealed class DutchCompounds
{
    /// <summary>Shorter words are none.</summary>
    private const int MinLength = 7;
    private const int MinPart = 3;
    private const int MaxParts = 4;

    private readonly DutchStemmer _stemmer = new();
    private readonly HashSet<string> _first = [];
    private readonly HashSet<string> _last = [];

    /// <summary>The listed words by stem, for plurals and the like.</summary>
    private readonly ILookup<string, string> _firstByStem;
    private readonly ILookup<string, string> _lastByStem;

    public DutchCompounds()
    {
        foreach (var word in WordLists.Read("compounds-nl.txt"))
        {
            if (!word.StartsWith('-'))
                _first.Add(word.TrimEnd('-'));
            if (!word.EndsWith('-'))
                _last.Add(word.TrimStart('-'));
        }
        _firstByStem = _first.Where(word => word.Length > MinPart).ToLookup(word => _stemmer.Of(word));
        _lastByStem = _last.Where(word => word.Length > MinPart).ToLookup(word => _stemmer.Of(word));
    }

    /// <summary>Two to four words, the last as it stands; none for what is no compound.</summary>
    /// <param name="word">In lower case, letters only.</param>
    public IReadOnlyList<string> PartsOf(string word)
    {
        if (word.Length < MinLength || word.Length > WordReader.MaxLength || IsLast(word) || _first.Contains(word))
            return [];
        // From the end: the best parts of each tail that can be a compound's end; in doubt those without a link (rente-stand, not rentes-tand).
        var tails = new Tail?[word.Length + 1];
        for (var start = word.Length - MinPart; start >= 0; start--)
        {
            if (start > 0 && IsLast(word[start..]))
                tails[start] = new Tail([word[start..]], 0);
            for (var end = word.Length - MinPart; end >= start + MinPart; end--)
            {
                if (tails[end] is { } tail && tail.Parts.Count < MaxParts && First(word[start..end]) is { } first)
                    tails[start] = Tail.Better(tails[start], new Tail([first, .. tail.Parts], tail.Links + (first.Length < end - start ? 1 : 0)));
            }
        }
        return tails[0]?.Parts ?? [];
    }

    /// <summary>The word that a compound begins with so, its link taken off; null: none.</summary>
    private string? First(string part)
    {
        if (_first.Contains(part))
            return part;
        var listed = part switch
        {
            [.. var word, 's'] when word.Length >= MinPart && _first.Contains(word) => word,
            [.. var word, 'e', 'n'] when word.Length >= MinPart && _first.Contains(word) => word,
            [.. var word, 'e'] when word.Length > MinPart && _first.Contains(word) => word,
            _ => null,
        };
        // krant-en, bom-en, huiz-en: the plural as it is written.
        return listed ?? (part.Length > 5 && part.EndsWith("en", StringComparison.Ordinal) ? Inflected(_firstByStem, part) : null);
    }

    private bool IsLast(string part) => _last.Contains(part) || part switch
    {
        { Length: <= 4 } => false,
        [.. var word, 's'] when _last.Contains(word) => true,
        [.. var word, 'e', 'n'] when _last.Contains(word) => true,
        [.. var word, 'n'] when _last.Contains(word) => true,
        _ => IsInflection(part) && Inflected(_lastByStem, part) is not null,
    };

    /// <summary>Plurals and diminutives; other endings make another word.</summary>
    private static bool IsInflection(string part) =>
        part.EndsWith('s') || part.EndsWith("en", StringComparison.Ordinal) || part.EndsWith('n') || part.EndsWith("je", StringComparison.Ordinal);

    /// <summary>The listed word of which this is another form: the same stem, and the same beginning, for the stemmer also takes ge- away.</summary>
    private string? Inflected(ILookup<string, string> byStem, string part) =>
        byStem[_stemmer.Of(part)].FirstOrDefault(word => part.Length > word.Length - 2 && part.Length <= word.Length + 4 && part.AsSpan(0, 3).SequenceEqual(word.AsSpan(0, 3)));

    private sealed record Tail(IReadOnlyList<string> Parts, int Links)
    {
        public static Tail Better(Tail? one, Tail other) =>
            one is null || other.Parts.Count < one.Parts.Count || (other.Parts.Count == one.Parts.Count && other.Links < one.Links) ? other : one;
    }
}
