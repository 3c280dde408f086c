using NewsSite.Platform.Html;

namespace NewsSite.Tests.Platform.Html;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Brussels plants 1,000 trees", "brussels-plants-1-000-trees")]
    [InlineData("L'été à Forêt", "lete-a-foret")]
    [InlineData("Œuvre & cœur", "oeuvre-and-coeur")]
    [InlineData("  --- ", "x")]
    [InlineData("", "x")]
    [InlineData("日本", "x")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_slug_is_what_can_be_read_of_a_text(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Theory]
    [InlineData("a", true)]
    [InlineData("night-trains-2026", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    public void A_slug_is_recognised(string text, bool isValid) => Assert.Equal(isValid, Slug.IsValid(text));

    [Fact]
    public void Any_text_gives_a_slug_that_stays_as_it_is()
    {
        var random = new Random(1830);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Character(random)));

            var slug = Slug.From(text);

            Assert.True(Slug.IsValid(slug), $"{text} gives {slug}");
            Assert.DoesNotContain("--", slug, StringComparison.Ordinal);
            Assert.Equal(slug, Slug.From(slug));
        }
    }

    [Fact]
    public void A_long_text_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("word", 40)));

        Assert.InRange(slug.Length, Slug.MaxLength - 5, Slug.MaxLength);
        Assert.EndsWith("-word", slug, StringComparison.Ordinal);
        Assert.Equal(Slug.MaxLength, Slug.From(new string('a', 200)).Length);
    }

    /// <summary>Letters mostly; now and then any character at all, halves of surrogate pairs too.</summary>
    private static string Character(Random random) => random.Next(4) switch
    {
        0 => ((char)random.Next(0x10000)).ToString(),
        1 => char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)),
        2 => "-' &/."[random.Next(6)].ToString(),
        _ => ((char)random.Next('A', 'z')).ToString(),
    };
}
