using Microsoft.AspNetCore.Http;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Web.Api;

namespace NewsSite.Tests.Web.Api;

public sealed class ApiQueryTests
{
    [Fact]
    public void Nothing_given_asks_for_everything()
    {
        var query = Query("");

        Assert.Equal((ApiQuery.UsualLimit, null, null, null), (query.Limit, query.Language, query.Since, query.Before));
        Assert.True(query.IsSound);
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-01T00:00:00Z")]
    [InlineData("2026-11-01T08:30Z", "2026-11-01T08:30:00Z")]
    [InlineData("2026-11-01T08:30:00Z", "2026-11-01T08:30:00Z")]
    [InlineData("2026-11-01T08:30:00.5Z", "2026-11-01T08:30:00.5Z")]
    [InlineData("2026-11-01T08:30:00%2B01:00", "2026-11-01T07:30:00Z")]
    [InlineData("2026-11-01T08:30:00+01:00", "2026-11-01T07:30:00Z")]
    [InlineData("2026-11-01T08:30:00", "2026-11-01T08:30:00Z")]
    public void An_instant_may_be_written_in_many_ways(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Query($"?since={text}").Since);

    [Fact]
    public void Everything_else_is_read_as_it_is_written()
    {
        var query = Query("?limit=100&language=nl&before=1763808000000000-42&section=city");

        Assert.Equal((100, Language.Dutch, ListKey.Parse("1763808000000000-42")), (query.Limit, query.Language, query.Before));
        Assert.Equal("city", query.Text("section"));
        Assert.True(query.IsSound);
    }

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "101")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "1.5")]
    [InlineData("limit", "")]
    [InlineData("language", "de")]
    [InlineData("language", "EN")]
    [InlineData("since", "yesterday")]
    [InlineData("since", "2026-13-01")]
    [InlineData("since", "01/11/2026")]
    [InlineData("before", "42")]
    [InlineData("before", "99999999999999999999-1")]
    public void What_is_wrong_is_told(string name, string value)
    {
        var query = Query($"?{name}={value}");
        _ = (query.Limit, query.Language, query.Since, query.Before);

        Assert.False(query.IsSound);
    }

    [Fact]
    public void A_parameter_that_is_given_twice_is_wrong()
    {
        var query = Query("?limit=1&limit=2");
        _ = query.Limit;

        Assert.False(query.IsSound);
    }

    [Fact]
    public void The_way_on_asks_the_same_and_nothing_unknown() => Assert.Equal(
        "/api/v1/articles?tag=a%26b&limit=5&before=1763808000000000-42",
        Query("?limit=5&tag=a%26b&before=1763809000000000-50&utm=x").From(ListKey.Parse("1763808000000000-42")!.Value, new ApiParameters([new("tag", ""), ApiParameter.Limit, ApiParameter.Before])));

    private static ApiQuery Query(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/v1/articles";
        context.Request.QueryString = new QueryString(query);
        return new ApiQuery(context.Request);
    }
}
