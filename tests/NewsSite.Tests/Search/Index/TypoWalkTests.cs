using NewsSite.Search.Index.Terms;

namespace NewsSite.Tests.Search.Index;

public sealed class TypoWalkTests
{
    [Theory]
    [InlineData("tram", "team", 1)]
    [InlineData("tram", "tarm", 1)]
    [InlineData("tram", "trams", 1)]
    [InlineData("tram", "tra", 1)]
    [InlineData("minister", "mniisetr", 2)]
    public void A_letter_more_less_or_other_or_two_swapped_are_one_typo_each(string word, string typed, int typos)
    {
        Assert.Equal([word], Found([word], typed, typos));
        Assert.Empty(Found([word], typed, typos - 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_walk_finds_what_comparing_every_word_finds(int seed)
    {
        var random = new Random(seed);
        string[] words = [.. Enumerable.Range(0, 3000).Select(_ => Letters(random, 9)).Distinct().Order(StringComparer.Ordinal)];
        for (var time = 0; time < 60; time++)
        {
            var (typed, typos) = (Letters(random, 10), random.Next(0, 4));
            Assert.Equal(words.Where(word => PlainReading.Typos(word, typed) <= typos), Found(words, typed, typos));
        }
    }

    private static IEnumerable<string> Found(string[] words, string typed, int typos)
    {
        var builder = new TermDictionaryBuilder();
        foreach (var word in words)
            builder.Add(word);
        var found = new List<(int Term, int Typos)>();
        new TypoWalk(typed, typos).Find(builder.ToDictionary(), found);
        Assert.All(found, term => Assert.Equal(PlainReading.Typos(words[term.Term], typed), term.Typos));
        return found.Select(term => words[term.Term]);
    }

    /// <summary>Of three letters only, so that many are alike.</summary>
    private static string Letters(Random random, int most) => new([.. Enumerable.Range(0, random.Next(1, most)).Select(_ => (char)('a' + random.Next(3)))]);
}
