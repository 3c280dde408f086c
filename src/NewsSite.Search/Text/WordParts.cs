using System.Text;

namespace NewsSite.Search.Text;

/// <summary>The parts that a joined word stands for, as <see cref="WordReader"/> counts them.</summary>
internal static class WordParts
{
    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create("-./:@&_#");

    /// <summary>None for a word that is not joined, such as "3,5" or "c++".</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAny(Joints) || word is ".net" || word[^1] is '#')
            return [];
        var apart = new StringBuilder(word.Length + 8);
        for (var i = 0; i < word.Length; i++)
        {
            if (!Joints.Contains(word[i]) || (word[i] == '.' && IsDecimal(word, i)))
                apart.Append(word[i]);
            else
                // The point stays, for ASP.NET is found by .NET.
                apart.Append(word[i] == '.' ? " ." : " ");
        }
        List<string> parts = [];
        var reader = new WordReader(apart.ToString());
        while (reader.Read())
            parts.Add(reader.Word.ToString());
        return parts is [var part] && word.SequenceEqual(part) ? [] : parts;
    }

    /// <summary>Its parts, or the word alone.</summary>
    public static IReadOnlyList<string> OrWhole(string word) => Of(word) is { Count: > 0 } parts ? parts : [word];

    private static bool IsDecimal(ReadOnlySpan<char> word, int at) =>
        at > 0 && at + 1 < word.Length && char.IsDigit(word[at - 1]) && char.IsDigit(word[at + 1]);
}
