using System.Globalization;
using System.Text;

namespace NewsSite.Transfer.Sample;

/// <summary>Tells one sample text: what is fixed stays the same throughout it, everything else is drawn from the lists.</summary>
internal sealed class Voice(Phrases phrases, Random random)
{
    private readonly Dictionary<string, string> _fixed = [];
    private readonly Dictionary<string, Queue<string>> _decks = [];

    public Random Random => random;

    /// <summary>Decides what "{$name}" says from now on.</summary>
    public void Fix(string name, string text) => _fixed[name] = text;

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>Any phrase of a list.</summary>
    public string Say(string list) => Expand(phrases[list][random.Next(phrases[list].Count)]);

    /// <summary>A phrase of a list that this text has not used, until all are used.</summary>
    public string SayNext(string list)
    {
        if (!_decks.TryGetValue(list, out var deck) || deck.Count == 0)
        {
            var shuffled = phrases[list].ToArray();
            random.Shuffle(shuffled);
            _decks[list] = deck = new Queue<string>(shuffled);
        }
        return Expand(deck.Dequeue());
    }

    /// <summary>The list itself, its phrases expanded in their order.</summary>
    public IEnumerable<string> SayAll(string list) => phrases[list].Select(Expand);

    private string Expand(string phrase)
    {
        if (!phrase.Contains('{', StringComparison.Ordinal))
            return phrase;
        var text = new StringBuilder(phrase.Length * 2);
        var rest = phrase.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            text.Append(rest[..open]).Append(Fill(rest[(open + 1)..close]));
            rest = rest[(close + 1)..];
        }
        return text.Append(rest).ToString();
    }

    private string Fill(ReadOnlySpan<char> slot)
    {
        if (char.IsAsciiDigit(slot[0]))
            return Number(slot);
        var isFixed = slot[0] == '$';
        if (isFixed)
            slot = slot[1..];
        var name = slot.ToString();
        var key = char.ToLowerInvariant(name[0]) + name[1..];
        var filled = isFixed ? _fixed[key] : Say(key);
        return char.IsUpper(name[0]) ? char.ToUpper(filled[0], phrases.Language.Culture) + filled[1..] : filled;
    }

    private string Number(ReadOnlySpan<char> range)
    {
        var dash = range.IndexOf('-');
        var number = random.Next(
            int.Parse(range[..dash], CultureInfo.InvariantCulture), int.Parse(range[(dash + 1)..], CultureInfo.InvariantCulture) + 1);
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
