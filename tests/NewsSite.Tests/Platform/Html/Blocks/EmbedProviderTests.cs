using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Platform.Html.Blocks;

public sealed class EmbedProviderTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?t=10&v=dQw4w9WgXcQ&list=x", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("http://youtube.com/embed/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/@channel", null)]
    [InlineData("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1")]
    [InlineData("https://player.vimeo.com/video/76979871", "https://player.vimeo.com/video/76979871?dnt=1")]
    [InlineData("https://twitter.com/x/status/20", "https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true")]
    [InlineData("https://x.com/someone/status/1234567890123456789?s=20", "https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true")]
    [InlineData("https://www.instagram.com/p/CxYz_12-3/", "https://www.instagram.com/p/CxYz_12-3/embed/")]
    [InlineData("https://www.openstreetmap.org/#map=17/50.84670/4.35250", "https://www.openstreetmap.org/export/embed.html?bbox=4.34975,50.84533,4.35525,50.84807&layer=mapnik&marker=50.84670,4.35250")]
    [InlineData("https://bsky.app/profile/x/post/y", null)]
    [InlineData("https://example.org/video?v=dQw4w9WgXcQ", null)]
    [InlineData("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", null)]
    [InlineData("https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ", null)]
    [InlineData("https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ", null)]
    [InlineData("not an address", null)]
    public void An_address_is_framed_only_where_its_site_is_known(string address, string? frame) =>
        Assert.Equal(frame, EmbedProvider.Recognise(address).Frame);

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ\"onload=\"alert(1)")]
    [InlineData("https://www.youtube.com/embed/dQw4w9WgXcQ/../../evil")]
    [InlineData("https://vimeo.com/1/../2")]
    [InlineData("https://twitter.com/x/status/20/../../evil")]
    [InlineData("https://www.instagram.com/p/..%2f..%2fevil/")]
    [InlineData("https://www.openstreetmap.org/#map=99/-999.9/999.9")]
    [InlineData("https://www.openstreetmap.org/#map=1/0/0&layers=<script>")]
    public void A_frame_is_made_of_its_id_alone(string address)
    {
        if (EmbedProvider.Recognise(address).Frame is not { } frame)
            return;
        var uri = new Uri(frame);

        Assert.Equal("https", uri.Scheme);
        Assert.Contains(uri.Host, EmbedProvider.FrameHosts);
        Assert.Matches("^[A-Za-z0-9:/?&=._,-]+$", frame);
        Assert.DoesNotContain("..", frame, StringComparison.Ordinal);
    }
}
