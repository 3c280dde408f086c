namespace NewsSite.Tests.Transfer.Wordpress;

public sealed class ShortcodesTests
{
    private const string Cat = "<img src=\"/wp-content/uploads/2013/03/cat.jpg\">";

    [Theory]
    [InlineData($"[caption id=\"attachment_1\" width=\"300\"]{Cat} Our cat[/caption]")]
    [InlineData($"[caption width=\"300\" caption=\"Our cat\"]{Cat}[/caption]")]
    [InlineData($"[caption width=\"300\"]<a href=\"/wp-content/uploads/2013/03/cat.jpg\">{Cat}</a> Our <em>cat</em>[/caption]")]
    public void A_caption_belongs_to_its_picture(string html)
    {
        var picture = Assert.Single(new Converted(html).Blocks);
        Assert.Equal("Our cat", picture.TextAttribute("caption"));
        Assert.Null(picture.TextAttribute("href"));
    }

    [Theory]
    [InlineData("[gallery ids=\"102,101\"]", new long[] { 12, 11 })]
    [InlineData("[gallery]", new long[] { 11, 12 })]
    [InlineData("[gallery exclude='101' columns=3]", new long[] { 12 })]
    public void A_gallery_shows_the_pictures_it_names_or_those_of_its_post(string html, long[] media) =>
        Assert.Equal(media, new Converted(html).Document.Pictures());

    [Fact]
    public void A_sound_becomes_a_link()
    {
        Assert.Equal(["https://old.example/wp-content/uploads/2013/03/song.mp3"], new Converted("[audio mp3=\"https://old.example/wp-content/uploads/2013/03/song.mp3\"][/audio]").Links);
        Assert.Equal(["https://old.example/wp-content/uploads/2013/03/song.mp3"], new Converted("[audio]").Links);
        Assert.Equal(["https://old.example/wp-content/uploads/2013/03/song.mp3"], new Converted("[playlist ids=\"103\"]").Links);
    }

    [Theory]
    [InlineData("Before [contact-form-7 id=\"1\" title=\"x\"] after", "Before after")]
    [InlineData("Before [box]kept[/box] after", "Before kept after")]
    [InlineData("Before\n\n[donate]\n\nafter", "Before\nafter")]
    [InlineData("Before [su_button url='https://x.example']kept[/su_button] after", "Before kept after")]
    [InlineData("Before [plugin /] after", "Before after")]
    public void A_foreign_shortcode_is_never_shown_and_is_noted(string html, string text)
    {
        var converted = new Converted(html);
        Assert.Equal(text, converted.Text);
        Assert.Contains(converted.Notes, note => note.StartsWith("Shortcode: [", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("He said [sic] so", "He said [sic] so")]
    [InlineData("Twice [1] and [...]", "Twice [1] and [...]")]
    [InlineData("Write [[gallery]] for one", "Write [gallery] for one")]
    [InlineData("<code>[box a=1]</code>", "[box a=1]")]
    public void What_is_no_shortcode_stays(string html, string text) => Assert.Equal(text, new Converted(html).Text);

    [Fact]
    public void Brackets_in_attributes_and_markup_in_shortcodes_stay_inert()
    {
        var converted = new Converted("<a title=\"[gallery]\" href=\"https://x.example/[y]\">z</a> [caption caption=\"<script>alert(1)</script>\"]text[/caption] [embed]javascript:alert(1)[/embed]");
        Assert.Empty(converted.Document.Pictures());
        Assert.All(converted.Links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
    }
}
