using NewsSite.Newsroom.FrontPage;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages;

namespace NewsSite.Tests.Web.Pages;

public sealed class FrontBlockTests
{
    [Theory]
    [InlineData("a b c d e f g opinion", "split row half half turned half half opinion")]
    [InlineData("a b c d e f opinion g", "split row half half turned row opinion row")]
    [InlineData("a b c", "split row row")]
    [InlineData("opinion a", "opinion split")]
    [InlineData("a b c d e f g h i", "split row half half turned half half split row")]
    [InlineData("", "")]
    public void Sections_follow_one_another_in_a_rhythm_without_a_lone_half(string sections, string layouts) =>
        Assert.Equal(layouts, string.Join(' ', FrontBlock.Of(Blocks(sections)).Select(Short)));

    private static IEnumerable<SectionBlock> Blocks(string slugs) =>
        slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slug => new SectionBlock(new Section { Slug = slug, Name = LocalizedText.Empty }, []));

    private static string Short(FrontBlock block) => block.Layout.Split(' ', '-')[^1];
}
