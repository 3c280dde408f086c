using NewsSite.Platform.Languages;

namespace NewsSite.Search.Text;

/// <summary>
/// Knows what the paper's languages make of a word, and remembers it. One for the program; safe for all threads, and a word that it
/// remembers costs one look without a lock or an allocation.
/// </summary>
public sealed class Lexicon
{
    /// <summary>Counts up when the code makes something else of the same word.</summary>
    private const int Generation = 1;

    private readonly Analysis _english = new(Language.English);
    private readonly Analysis _dutch = new(Language.Dutch);
    private readonly Analysis _french = new(Language.French);

    /// <summary>Articles, prepositions and the like that mean nothing else in any of the languages (car, van and die do).</summary>
    private readonly HashSet<string> _fillers = WordLists.Read("fillers.txt").SelectMany(word => new[] { word, Folding.Fold(word) }).ToHashSet();

    /// <summary>Changes when words are analysed differently: an index of another version is made anew.</summary>
    public string Version { get; } = $"{Generation}-{WordLists.Fingerprint()}";

    /// <param name="word">As a <see cref="WordReader"/> gives it.</param>
    public AnalysedWord Analyse(ReadOnlySpan<char> word, Language language) => Of(language).Of(word);

    /// <summary>Its stems in every language, each once: the language of a question is unknown, and its accents may be missing.</summary>
    /// <param name="word">As a <see cref="WordReader"/> gives it.</param>
    public IReadOnlyList<string> StemsOf(string word) =>
        Language.All.SelectMany(language => Readings.Of(word, language).Select(reading => Analyse(reading, language).Stem)).Distinct().ToList();

    /// <summary>A question can do without it.</summary>
    internal bool IsFiller(string word) => _fillers.Contains(word);

    private Analysis Of(Language language) =>
        ReferenceEquals(language, Language.Dutch) ? _dutch : ReferenceEquals(language, Language.French) ? _french : _english;
}
