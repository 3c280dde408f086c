using System.Diagnostics;
using NewsSite.Search.Queries;

namespace NewsSite.Tests.Search.Queries;

public sealed class SearchQueryTests
{
    private static readonly string[] Facets = ["kind", "section", "category"];

    [Fact]
    public void A_query_is_made_from_an_address()
    {
        var query = Parse("q=nurse+%22night+shift%22&kind=posting&section=care&section=health&near=Gent&km=30&anywhere=1&pay=3000000&days=7&from=2026-01-02&to=2026-02-03&sort=newest&utm_source=x&before=12");

        Assert.Equal("nurse \"night shift\"", query.Words);
        Assert.Equal(["kind: posting", "section: care, health"], query.Filters.Select(filter => $"{filter.Name}: {string.Join(", ", filter.Values)}"));
        Assert.Equal(new Near("Gent", 30), query.Near);
        Assert.True(query.WithEverywhere);
        Assert.Equal((3_000_000L, 7, new DateOnly(2026, 1, 2), new DateOnly(2026, 2, 3)), (query.LeastPay, query.Days, query.From, query.To));
        Assert.Equal(Sort.Newest, query.Sort);
        Assert.Equal("q=nurse%20%22night%20shift%22&kind=posting&section=care&section=health&near=Gent&km=30&anywhere=1&pay=3000000&days=7&from=2026-01-02&to=2026-02-03&sort=newest", query.ToQueryString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=&near=&km=5&pay=&sort=&section=")]
    [InlineData("pay=-1&days=0&days=many&from=yesterday&to=2026-13-40&sort=best&q=%20%20")]
    public void What_makes_no_sense_is_left_out(string address) => Assert.True(Parse(address).IsEmpty);

    [Theory]
    [InlineData("km=100", 100)]
    [InlineData("km=0", 0)]
    [InlineData("km=101", SearchQuery.DefaultKilometres)]
    [InlineData("km=-5", SearchQuery.DefaultKilometres)]
    [InlineData("km=5.5", SearchQuery.DefaultKilometres)]
    public void A_radius_lies_within_bounds(string radius, int kilometres) => Assert.Equal(kilometres, Parse("near=9000&" + radius).Near!.Kilometres);

    [Fact]
    public void Too_much_is_cut()
    {
        var query = SearchQuery.Parse(
            [new("q", new string(',', 1_000_000)), .. Enumerable.Range(0, 10_000).Select(i => new KeyValuePair<string, string?>("section", $"{i}{new string('x', 10_000)}"))], Facets);

        Assert.Equal(SearchQuery.MaxWordsLength, query.Words.Length);
        Assert.InRange(query.ToQueryString().Length, 1, 10_000);
    }

    [Fact]
    public void A_value_is_added_and_taken_away()
    {
        var query = Parse("q=a&section=sport");

        Assert.Equal("q=a&section=sport&section=culture", query.Toggle("section", "culture").ToQueryString());
        Assert.Equal("q=a", query.Toggle("section", "sport").ToQueryString());
        Assert.Equal("q=a&kind=article&section=sport", query.Toggle("kind", "article").ToQueryString());
        Assert.True(query.Has("section", "sport"));
    }

    [Fact]
    public void Any_query_is_printed_and_read_back_the_same()
    {
        var random = new Random(4);
        string[] keys = ["q", "kind", "section", "near", "km", "anywhere", "pay", "days", "from", "to", "sort", "else"];
        for (var i = 0; i < 20_000; i++)
        {
            var pairs = Enumerable.Range(0, random.Next(8)).Select(_ => new KeyValuePair<string, string?>(keys[random.Next(keys.Length)], Hostile.Text(random))).ToList();
            var query = SearchQuery.Parse(pairs, Facets);

            Assert.Equal(query, Parse(query.ToQueryString()));
        }
    }

    [Fact]
    public void Hostile_texts_are_read_at_once()
    {
        foreach (var text in Hostile.Texts())
        {
            var watch = Stopwatch.StartNew();
            var query = SearchQuery.Parse([new("q", text)], Facets);
            var terms = WordsSyntax.Parse(query.Words);
            Assert.InRange(terms.Sum(term => term.Words.Count), 0, WordsSyntax.MaxWords);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed} for {text[..Math.Min(20, text.Length)]}…");
        }
    }

    internal static SearchQuery Parse(string address) => SearchQuery.Parse(
        address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => new KeyValuePair<string, string?>(pair[0], Uri.UnescapeDataString(pair[1].Replace('+', ' ')))), Facets);
}
