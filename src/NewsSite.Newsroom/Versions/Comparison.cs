using System.Globalization;
using System.Text;
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

/// <summary>A passage (a paragraph, a heading, a list item) of the two texts laid over each other.</summary>
public sealed record ComparedPassage(Difference Difference, IReadOnlyList<ComparedRun> Runs);

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
    public static IReadOnlyList<ComparedPassage> Of(ArticleText older, ArticleText newer) => Of(Passages(older), Passages(newer));

    public static IReadOnlyList<ComparedPassage> Of(BlockDocument older, BlockDocument newer) => Of(Passages(older), Passages(newer));

    private static List<ComparedPassage> Of(string[] older, string[] newer)
    {
        var passages = new List<ComparedPassage>();
        var removed = new Queue<string>();
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

    private static IEnumerable<ComparedPassage> Replaced(string before, string after)
    {
        var runs = Align(Words(before), Words(after)).Aggregate(new List<ComparedRun>(), Join);
        var kept = runs.Where(run => run.Difference == Difference.Same).Sum(run => run.Text.Length);
        return kept >= Alike * Math.Max(before.Length, after.Length)
            ? [new ComparedPassage(Difference.Same, runs)]
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

    private static void Drain(Queue<string> removed, List<ComparedPassage> passages)
    {
        while (removed.TryDequeue(out var text))
            passages.Add(Whole(Difference.Removed, text));
    }

    private static ComparedPassage Whole(Difference difference, string text) => new(difference, [new ComparedRun(difference, text)]);

    /// <summary>The longest common subsequence, walked from the start; removals come before additions.</summary>
    private static IEnumerable<(Difference Difference, string Text)> Align(IReadOnlyList<string> older, IReadOnlyList<string> newer)
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
            if (i < older.Count && j < newer.Count && older[i] == newer[j])
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

    private static int[,] CommonLengths(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var lengths = new int[older.Count + 1, newer.Count + 1];
        for (var i = older.Count - 1; i >= 0; i--)
        {
            for (var j = newer.Count - 1; j >= 0; j--)
                lengths[i, j] = older[i] == newer[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    private static string[] Passages(ArticleText text) =>
    [
        .. new[] { text.Title, text.Standfirst, text.HeroId is { } hero ? Shown("picture", hero, text.HeroCaption) : "", text.SearchTitle, text.SearchText }.Where(line => line.Length > 0),
        .. Passages(text.Body),
    ];

    /// <summary>What is no text stands in brackets, so that a picture that was taken away is seen too.</summary>
    private static string[] Passages(BlockDocument document)
    {
        var passages = new StringBuilder();
        foreach (var block in document.Root.Walk())
        {
            if (block.Type == "text")
                passages.Append(block.Text);
            else if (block.Type == "hardBreak")
                passages.Append(' ');
            else
                passages.Append('\n').Append(Line(block));
        }
        return passages.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Line(Block block) => block.Type switch
    {
        "picture" => Shown("picture", block.NumberAttribute("media"), block.TextAttribute("caption")) + "\n",
        "embed" => Shown("embed", block.TextAttribute("url"), block.TextAttribute("caption")) + "\n",
        "relatedArticle" => Shown("article", block.NumberAttribute("article"), null) + "\n",
        "jobsBlock" => Shown("jobs", block.TextAttribute("words"), block.TextAttribute("title")) + "\n",
        "horizontalRule" => "[–]\n",
        "factBox" => block.TextAttribute("title") + "\n",
        "blockquote" or "pullQuote" => block.TextAttribute("attribution") + "\n",
        "table" => block.TextAttribute("caption") + "\n",
        _ => "",
    };

    private static string Shown(string kind, object? what, string? words) =>
        string.Create(CultureInfo.InvariantCulture, $"[{kind} {what}] {words}").TrimEnd();

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
