using System.Collections.Concurrent;
using System.Text;
using NewsSite.Platform.Languages;
using NewsSite.Search.Text.Stems;

namespace NewsSite.Search.Text;

/// <summary>What one language makes of words; those used lately are remembered.</summary>
internal sealed class Analysis(Language language)
{
    /// <summary>In each of two generations; a word takes some 200 bytes.</summary>
    private const int MaxWords = 50_000;

    private readonly Stemmer _stemmer = language.Code switch
    {
        "nl" => new DutchStemmer(),
        "fr" => new FrenchStemmer(),
        _ => new EnglishStemmer(),
    };

    private readonly HashSet<string> _stopWords = WordLists.Read($"stop-{language.Code}.txt").SelectMany(word => new[] { word, Folding.Fold(word) }).ToHashSet();

    private readonly DutchCompounds? _compounds = language == Language.Dutch ? new() : null;

    /// <summary>
    /// Frequent words that the stemmer would throw together with others: Kraaij and Pohlmann's takes gewest (region) for a participle of
    /// west, and minister for a female mini. By form; the line's first word is the stem.
    /// </summary>
    private readonly Dictionary<string, string> _kept = language != Language.Dutch ? [] : WordLists.ReadLines("kept-nl.txt")
        .SelectMany(forms => forms.Select(form => (Form: form, Stem: forms[0]))).ToDictionary(word => word.Form, word => word.Stem);

    private volatile Memory _young = new();
    private volatile Memory _old = new();

    public AnalysedWord Of(ReadOnlySpan<char> word)
    {
        var young = _young;
        return young.BySpan.TryGetValue(word, out var known) ? known : Remember(young, word);
    }

    /// <summary>When the young generation is full it becomes the old one, whose words come back as they are asked for.</summary>
    private AnalysedWord Remember(Memory young, ReadOnlySpan<char> word)
    {
        var analysed = young.Words.GetOrAdd(word.ToString(), _old.BySpan.TryGetValue(word, out var known) ? known : Make(word));
        if (Interlocked.Increment(ref young.Added) == MaxWords)
            (_old, _young) = (young, new Memory());
        return analysed;
    }

    private AnalysedWord Make(ReadOnlySpan<char> word)
    {
        var whole = word.ToString().Normalize(NormalizationForm.FormKC);
        var exact = Folding.Fold(whole);
        var isStopWord = _stopWords.Contains(whole) || _stopWords.Contains(exact);
        // Without its apostrophe "zo'n" would be the sun, and "we'll" a well.
        if (isStopWord && whole.Contains('\'', StringComparison.Ordinal))
            return new AnalysedWord(whole, whole, [], isStopWord);
        var stem = StemOf(whole, exact);
        var parts = new List<AnalysedWord>();
        foreach (var part in WordParts.Of(whole) is { Count: > 0 } joined ? joined : _compounds?.PartsOf(exact) ?? [])
            parts.Add(Of(part));
        return new AnalysedWord(exact, stem, parts.Count > 0 ? parts.ToArray() : [], isStopWord);
    }

    private string StemOf(string whole, string exact)
    {
        if (_kept.TryGetValue(exact, out var kept))
            return kept;
        var letters = whole.Replace("-", "", StringComparison.Ordinal);
        if (letters.Length > WordReader.MaxLength || !letters.All(unit => char.IsLetter(unit) || unit == '\''))
            return exact;
        var stem = Folding.Fold(_stemmer.Of(letters));
        return stem.Length == 0 || string.Equals(stem, exact, StringComparison.Ordinal) ? exact : stem;
    }

    private sealed class Memory
    {
        public readonly ConcurrentDictionary<string, AnalysedWord> Words = new(StringComparer.Ordinal);
        public readonly ConcurrentDictionary<string, AnalysedWord>.AlternateLookup<ReadOnlySpan<char>> BySpan;
        public int Added;

        public Memory() => BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
