using NewsSite.Web.Feeds;

namespace NewsSite.Tests.Web.Feeds;

public sealed class LastingIdTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Written out: whoever changes how it is made makes every reader show everything again.</summary>
    [Fact]
    public void It_is_the_same_for_ever() => Assert.Equal("urn:uuid:faea89d2-aa7e-8533-84a4-bdb17a3d4ea9", LastingId.Of("article", 42, At));

    [Fact]
    public void It_is_another_one_for_every_thing()
    {
        var ids = new[] { LastingId.Of("article", 42, At), LastingId.Of("article", 43, At), LastingId.Of("posting", 42, At), LastingId.Of("article", 42, At.AddTicks(10)) };

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids[0], LastingId.Of("article", 42, At.ToOffset(TimeSpan.FromHours(2))));
    }
}
