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
}
