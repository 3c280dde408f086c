using NewsSite.Platform.Languages;
using NewsSite.Transfer.Sample;

namespace NewsSite.Tests.Transfer.Sample;

public sealed class SampleArticlesTests
{
    private const int Count = 400;

    private static readonly SampleShelf Shelf = new()
    {
        Sections = [1, 2, 3, 4],
        Tags = [.. Enumerable.Range(1, 40).Select(id => (long)id)],
        Authors = [.. Enumerable.Range(1, 20).Select(id => (long)id)],
        Pictures = [1, 2, 3],
    };

    private static readonly List<SampleArticle> Articles = Make(seed: 1);

    [Fact]
    public void The_same_seed_makes_the_same_articles() => Assert.Equal(Articles.Select(Written), Make(seed: 1).Select(Written));

    [Fact]
    public void Another_seed_makes_others() =>
        Assert.NotEqual(Articles.Select(article => article.Text.Title), Make(seed: 2).Select(article => article.Text.Title));

    [Fact]
    public void Bodies_are_as_long_as_articles_are() =>
        Assert.All(Articles, article => Assert.InRange(article.Text.Body.WordCount(), 280, 900));

    [Fact]
    public void Nothing_is_left_to_fill_in() => Assert.All(Articles, article =>
        Assert.DoesNotContain('{', $"{article.Text.Title} {article.Text.Standfirst} {article.Text.Body.PlainText()}"));

    [Fact]
    public void Every_language_has_some() =>
        Assert.Equal(Language.All.Select(language => language.Code).Order(), Articles.Select(article => article.Language.Code).Distinct().Order());

    [Fact]
    public void They_spread_over_ten_years_in_the_order_of_their_ids()
    {
        Assert.InRange(Articles[0].Age.TotalDays, 3600, 3660);
        Assert.InRange(Articles[^1].Age.TotalDays, 0, 10);
        Assert.Equal(Articles.OrderByDescending(article => article.Age), Articles);
        Assert.All(Articles, article => Assert.True(article.Updated is null || article.Updated < article.Age));
    }

    [Fact]
    public void The_first_sections_have_the_most()
    {
        var filed = Articles.CountBy(article => article.Section).ToDictionary();

        Assert.True(filed[1] > filed[2] && filed[2] > filed[4]);
    }

    [Fact]
    public void A_paper_without_pictures_gets_none() =>
        Assert.All(Enumerable.Range(0, 50).Select(new SampleArticles(1, 50, Shelf with { Pictures = [] }).Make), article =>
        {
            Assert.Null(article.Text.HeroId);
            Assert.Empty(article.Text.Body.Pictures());
        });

    private static List<SampleArticle> Make(int seed) => [.. Enumerable.Range(0, Count).Select(new SampleArticles(seed, Count, Shelf).Make)];

    private static string Written(SampleArticle article) =>
        $"{article.Language} {article.Section} {string.Join(',', article.Authors)} {string.Join(',', article.Tags)} {article.Age} {article.Updated} {article.Text.Title} {article.Text.Standfirst} {article.Text.HeroId} {article.Text.Body.ToJson()}";
}
