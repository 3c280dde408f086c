using System.Text.Encodings.Web;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Tests.Web;

public sealed class MarkedTests
{
    [Fact]
    public void All_but_the_marks_is_escaped() =>
        Assert.Equal("&lt;b&gt;<mark>a&amp;b</mark>&lt;/b&gt;", Html(Marked.Whole("<b>a&b</b>", [new Mark(3, 3)])));

    [Fact]
    public void A_passage_shows_where_most_of_the_marks_are_and_is_cut_between_words()
    {
        var text = string.Concat(Enumerable.Repeat("plain words ", 50)) + "one tram and two trams here " + string.Concat(Enumerable.Repeat("more words ", 50));
        var tram = text.IndexOf("tram", StringComparison.Ordinal);

        var passage = Html(Marked.Passage(text, [new Mark(6, 5), new Mark(tram, 4), new Mark(text.IndexOf("trams", StringComparison.Ordinal), 5)], 120));

        Assert.StartsWith("… ", passage, StringComparison.Ordinal);
        Assert.EndsWith(" …", passage, StringComparison.Ordinal);
        Assert.Contains("one <mark>tram</mark> and two <mark>trams</mark> here", passage, StringComparison.Ordinal);
        Assert.InRange(passage.Length, 60, 160);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void A_text_without_spaces_is_never_cut_through_a_character(int length)
    {
        var text = string.Concat(Enumerable.Repeat("😀", 200));
        Assert.DoesNotContain('\ufffd', Html(Marked.Passage(text, [new Mark(200, 2)], length)));
        Assert.DoesNotContain('\ufffd', Html(Marked.Passage(text, [], length)));
    }

    private static string Html(Marked marked)
    {
        using var writer = new StringWriter();
        marked.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
