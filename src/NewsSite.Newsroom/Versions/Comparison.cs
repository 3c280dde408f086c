using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Versions;

public enum Difference
{
    Same,
    Added,
    Removed,
}

/// <summary>A run of words, and whether it stands in both texts, only in the newer, or only in the older.</summary>
public sealed record ComparedRun(Difference Difference, string Text);

/// <summary>A passage (a paragraph, a heading, a picture) of the two texts laid over each other.</summary>
public sealed record ComparedPassage(Difference Difference, IReadOnlyList<ComparedRun> Runs)
{
    public PassageKind Kind { get; init; }

    /// <summary>Of the picture or the article that it shows; 0 elsewhere.</summary>
    public long Id { get; init; }

    public bool IsSame => Difference == Difference.Same && Runs.All(run => run.Difference == Difference.Same);
}

/// <summary>A name that stands in both versions, or in one of them.</summary>
public sealed record ComparedName(Difference Difference, long Id);

/// <summary>
/// What changed between two texts: passages are aligned by their longest common subsequence, and where one passage replaces
/// another, the words within them the same way.
/// </summary>
public static class Comparison
{
    /// <summary>Two passages count as one that was changed when at least this share of the characters stands in both.</summary>
    private const double Alike = 0.3;

    /// <summary>The table of the alignment has as many cells as both texts multiplied; over this, a passage is replaced as a whole.</summary>
    private const long MaxCells = 4_000_000;

    /// <summary>All that readers of the article see: headline and standfirst first, the picture, then the text.</summary>
    public static IReadOnlyList<ComparedPassage> Of(ArticleText older, ArticleText newer) => Of(Passage.Of(older), Passage.Of(newer));

    public static IReadOnlyList<ComparedPassage> Of(BlockDocument older, BlockDocument newer) => Of(Passage.Of(older), Passage.Of(newer));

    /// <summary>Authors or tags of two versions, those of the newer first.</summary>
    public static IReadOnlyList<ComparedName> OfNames(IReadOnlyList<long> older, IReadOnlyList<long> newer) =>
    [
        .. newer.Select(id => new ComparedName(older.Contains(id) ? Difference.Same : Difference.Added, id)),
        .. older.Except(newer).Select(id => new ComparedName(Difference.Removed, id)),
    ];

    private static List<ComparedPassage> Of(List<Passage> older, List<Passage> newer)
    {
        var passages = new List<ComparedPassage>();
        var removed = new Queue<Passage>();
        foreach (var (difference, text) in Align(older, newer))
        {
            if (difference == Difference.Removed)
            {
                removed.Enqueue(text);
            }
            else if (difference == Difference.Added && removed.TryDequeue(out var before))
            {
                passages.AddRange(Replaced(before, text));
            }
            else
            {
                Drain(removed, passages);
                passages.Add(Whole(difference, text));
            }
        }
        Drain(removed, passages);
        return passages;
    }

    private static IEnumerable<ComparedPassage> Replaced(Passage before, Passage after)
    {
        if (before.Kind != after.Kind || before.Id != after.Id)
            return [Whole(Difference.Removed, before), Whole(Difference.Added, after)];
        var runs = Align(Words(before.Text), Words(after.Text)).Aggregate(new List<ComparedRun>(), Join);
        var kept = runs.Where(run => run.Difference == Difference.Same).Sum(run => run.Text.Length);
        return kept >= Alike * Math.Max(before.Text.Length, after.Text.Length)
            ? [new ComparedPassage(Difference.Same, runs) { Kind = after.Kind, Id = after.Id }]
            : [Whole(Difference.Removed, before), Whole(Difference.Added, after)];
    }

    private static List<ComparedRun> Join(List<ComparedRun> runs, (Difference Difference, string Text) word)
    {
        if (runs.Count > 0 && runs[^1].Difference == word.Difference)
            runs[^1] = runs[^1] with { Text = runs[^1].Text + word.Text };
        else
            runs.Add(new ComparedRun(word.Difference, word.Text));
        return runs;
    }

    private static void Drain(Queue<Passage> removed, List<ComparedPassage> passages)
    {
        while (removed.TryDequeue(out var text))
            passages.Add(Whole(Difference.Removed, text));
    }

    private static ComparedPassage Whole(Difference difference, Passage passage) =>
        new(difference, [new ComparedRun(difference, passage.Text)]) { Kind = passage.Kind, Id = passage.Id };

    /// <summary>The longest common subsequence, walked from the start; removals come before additions.</summary>
    private static IEnumerable<(Difference Difference, T Text)> Align<T>(IReadOnlyList<T> older, IReadOnlyList<T> newer)
        where T : IEquatable<T>
    {
        if ((long)older.Count * newer.Count > MaxCells)
        {
            foreach (var text in older)
                yield return (Difference.Removed, text);
            foreach (var text in newer)
                yield return (Difference.Added, text);
            yield break;
        }
        var lengths = CommonLengths(older, newer);
        int i = 0, j = 0;
        while (i < older.Count || j < newer.Count)
        {
            if (i < older.Count && j < newer.Count && older[i].Equals(newer[j]))
            {
                yield return (Difference.Same, newer[j]);
                i++;
                j++;
            }
            else if (j == newer.Count || (i < older.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                yield return (Difference.Removed, older[i++]);
            }
            else
            {
                yield return (Difference.Added, newer[j++]);
            }
        }
    }

    private static int[,] CommonLengths<T>(IReadOnlyList<T> older, IReadOnlyList<T> newer)
        where T : IEquatable<T>
    {
        var lengths = new int[older.Count + 1, newer.Count + 1];
        for (var i = older.Count - 1; i >= 0; i--)
        {
            for (var j = newer.Count - 1; j >= 0; j--)
                lengths[i, j] = older[i].Equals(newer[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    /// <summary>Each word with the space that follows it, so that joined runs read as they were written.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i - 1] == ' ' && text[i] != ' '))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }
        return words;
    }
}
