using NewsSite.Search.Index.Segments;
using NewsSite.Search.Index.Terms;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>The words of all documents, to go on with what was begun and to guess what was meant; folded, as they are kept.</summary>
internal sealed class KnownWords(Catalogue catalogue)
{
    /// <summary>The commonest words that begin so.</summary>
    public IReadOnlyList<string> StartingWith(string start, int size)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in catalogue.Segments.Select(live => live.Segment))
        {
            var (from, to) = segment.Forms.Words.StartingWith(start);
            for (var form = from; form < to; form++)
                Add(words, segment, form);
        }
        return [.. words.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(size).Select(word => word.Key)];
    }

    /// <summary>The word that is meant by one that no document has: of those with the fewest typos the commonest; null: it is known, or nothing is like it.</summary>
    public string? Meant(string word, int typos)
    {
        if (catalogue.Segments.Any(live => live.Segment.Forms.Words.Find(word) >= 0))
            return null;
        var (walk, words, found) = (new TypoWalk(word, typos), new Dictionary<string, int>(StringComparer.Ordinal), new List<(int Form, int Typos)>());
        var least = int.MaxValue;
        foreach (var segment in catalogue.Segments.Select(live => live.Segment))
        {
            found.Clear();
            walk.Find(segment.Forms.Words, found);
            foreach (var (form, differs) in found.Where(form => form.Typos <= least))
            {
                if (differs < least)
                    words.Clear();
                least = differs;
                Add(words, segment, form);
            }
        }
        return words.OrderByDescending(known => known.Value).ThenBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Key).FirstOrDefault();
    }

    private static void Add(Dictionary<string, int> words, Segment segment, int form)
    {
        var word = segment.Forms.Words[form].ToString();
        words[word] = words.GetValueOrDefault(word) + segment.Postings.Frequencies[form];
    }
}
