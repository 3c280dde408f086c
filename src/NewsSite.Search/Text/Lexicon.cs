using System.Collections.Concurrent;
using NewsSite.Platform.Languages;

namespace NewsSite.Search.Text;

/// <summary>
/// Knows what the paper's languages make of a word, and remembers it. One for the program; safe for all threads, and a word that it
/// remembers costs one look without a lock or an allocation.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<Language, Analysis> _analyses = Language.All.ToDictionary(language => language, language => new Analysis(language));

    /// <summary>Changes when words are analysed differently: an index of another version is made anew.</summary>
    public string Version { get; } = "1";

    /// <param name="word">As a <see cref="WordReader"/> gives it.</param>
    public AnalysedWord Analyse(ReadOnlySpan<char> word, Language language) => _analyses[language].Of(word);

    /// <summary>Its stems in every language, each once: the language of a question is unknown.</summary>
    /// <param name="word">As a <see cref="WordReader"/> gives it.</param>
    public IReadOnlyList<string> StemsOf(string word) =>
        Language.All.Select(language => Analyse(word, language).Stem).Distinct().ToList();

    /// <summary>One language's words; those used lately are remembered.</summary>
    private sealed class Analysis(Language language)
    {
        /// <summary>Words in each of two generations; some 150 bytes a word.</summary>
        private const int MaxWords = 50_000;

        private volatile Memory _young = new();
        private volatile Memory _old = new();

        public AnalysedWord Of(ReadOnlySpan<char> word)
        {
            var young = _young;
            if (young.BySpan.TryGetValue(word, out var known))
                return known;
            return Remember(young, word.ToString(), _old.BySpan.TryGetValue(word, out known) ? known : Make(word));
        }

        private AnalysedWord Remember(Memory young, string word, AnalysedWord analysed)
        {
            var kept = young.Words.GetOrAdd(word, analysed);
            if (Interlocked.Increment(ref young.Added) == MaxWords)
                (_old, _young) = (young, new Memory());
            return kept;
        }

        private AnalysedWord Make(ReadOnlySpan<char> word)
        {
            var exact = Folding.Fold(word);
            var parts = WordParts.Of(word).Select(part => Of(part)).ToList();
            _ = language;
            return new AnalysedWord(exact, exact, parts, isStopWord: false);
        }

        private sealed class Memory
        {
            public readonly ConcurrentDictionary<string, AnalysedWord> Words = new(StringComparer.Ordinal);
            public readonly ConcurrentDictionary<string, AnalysedWord>.AlternateLookup<ReadOnlySpan<char>> BySpan;
            public int Added;

            public Memory() => BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }
}
