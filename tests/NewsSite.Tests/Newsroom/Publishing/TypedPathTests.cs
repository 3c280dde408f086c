using NewsSite.Newsroom.Publishing;

namespace NewsSite.Tests.Newsroom.Publishing;

public sealed class TypedPathTests
{
    private const string Origin = "https://news.example";

    [Theory]
    [InlineData("/", "/")]
    [InlineData(" /news/city ", "/news/city")]
    [InlineData("/nl/news/stad/12/bomen", "/nl/news/stad/12/bomen")]
    [InlineData("https://news.example/news/city/7/trees?jobs=2#end", "/news/city/7/trees?jobs=2#end")]
    [InlineData("HTTPS://News.Example/latest", "/latest")]
    [InlineData("/a/../latest", "/latest")]
    [InlineData("/étés", "/%C3%A9t%C3%A9s")]
    public void A_path_of_ours_is_taken_as_it_is_resolved(string typed, string path) => Assert.Equal(path, TypedPath.Parse(typed, Origin));

    [Theory]
    [InlineData("")]
    [InlineData("news/city")]
    [InlineData("https://evil.example/")]
    [InlineData("https://news.example.evil.example/")]
    [InlineData("https://news.example@evil.example/")]
    [InlineData("https://news.example")]
    [InlineData("//evil.example/")]
    [InlineData("///evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/x/../..//evil.example")]
    [InlineData("/./\\evil.example")]
    [InlineData("/\tevil.example")]
    [InlineData("/a\r\nLocation: https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/newsroom/articles")]
    [InlineData("/nl/newsroom")]
    [InlineData("/%6eewsroom")]
    [InlineData("/x/../account/sign-out")]
    [InlineData("/api/v1/articles")]
    public void Anything_else_is_not(string typed) => Assert.Null(TypedPath.Parse(typed, Origin));

    [Fact]
    public void No_generated_address_leads_to_another_site()
    {
        var random = new Random(11);
        string[] parts = ["/", "//", "\\", ".", "..", "evil.example", "@", ":", "https:", "news", "%2f", "%5c", "?", "#", "\t", " ", "nl", "news.example", "％", "．"];
        for (var i = 0; i < 200_000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => parts[random.Next(parts.Length)]));
            if (TypedPath.Parse(random.Next(2) == 0 ? typed : "/" + typed, Origin) is not { } path)
                continue;
            Assert.Equal('/', path[0]);
            Assert.Equal(Origin, new Uri(new Uri(Origin + "/news/city/1/x"), path).GetLeftPart(UriPartial.Authority));
        }
    }

    [Theory]
    [InlineData("/news/city/7/trees", 7)]
    [InlineData("/nl/news/stad/7", 7)]
    [InlineData("/NEWS/city/7?x", 7)]
    [InlineData("/news/city", null)]
    [InlineData("/news/city/99999999999999999999/x", null)]
    [InlineData("/jobs/7/driver", null)]
    public void The_number_of_an_article_is_read_from_its_path(string path, int? id) => Assert.Equal(id, TypedPath.ArticleAt(path));
}
