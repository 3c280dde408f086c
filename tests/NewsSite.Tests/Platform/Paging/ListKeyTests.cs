using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Tests.Platform.Paging;

public sealed class ListKeyTests
{
    [Theory]
    [InlineData("1763808000000000-42")]
    [InlineData("0-1")]
    [InlineData("-86400000000-7")]
    [InlineData("253402300799999999-9223372036854775807")]
    public void A_key_is_read_as_it_is_written(string text) => Assert.Equal(text, ListKey.Parse(text)!.Value.ToString());

    [Fact]
    public void Any_place_in_a_list_can_be_written_into_an_address()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var key = new ListKey(Microseconds.Cut(new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero)), random.NextInt64());

            Assert.Equal(key, ListKey.Parse(key.ToString()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("--1")]
    [InlineData("1--1")]
    [InlineData("a-1")]
    [InlineData("1-a")]
    [InlineData("1-1-1")]
    [InlineData(" 1-1")]
    [InlineData("1-1 ")]
    [InlineData("+1-1")]
    [InlineData("1.0-1")]
    [InlineData("１-１")]
    [InlineData("253402300800000000-1")]
    [InlineData("-62135596800000001-1")]
    [InlineData("9223372036854775808-1")]
    [InlineData("1-9223372036854775808")]
    [InlineData("1-1' OR 1=1")]
    public void Anything_else_is_no_key(string? text) => Assert.Null(ListKey.Parse(text));

    [Theory]
    [InlineData(0, 3, 0, false)]
    [InlineData(3, 3, 3, false)]
    [InlineData(4, 3, 3, true)]
    public void A_page_goes_on_when_one_more_was_found(int found, int size, int shown, bool hasMore)
    {
        var page = ListPage<int>.Of([.. Enumerable.Range(0, found)], size);

        Assert.Equal((shown, hasMore), (page.Items.Count, page.HasMore));
    }
}
