using System.Xml;
using System.Xml.Linq;
using NewsSite.Web.Feeds;

namespace NewsSite.Tests.Web.Feeds;

public sealed class SafeXmlTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("bell\u0007, null\0, escape\u001b", "bell, null, escape")]
    [InlineData("a whole pair \ud83d\udc26", "a whole pair \ud83d\udc26")]
    [InlineData("no character \ufffe\uffff", "no character ")]
    [InlineData("right to left \u202e and back \u202c", "right to left \u202e and back \u202c")]
    public void What_xml_cannot_hold_is_left_out(string text, string expected) => Assert.Equal(expected, SafeXml.Clean(text));

    /// <summary>No attribute can hold these, so they stand here.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_left_out()
    {
        Assert.Equal("half  of a pair", SafeXml.Clean("half \ud83d of a pair"));
        Assert.Equal("other half ", SafeXml.Clean("other half \udc26"));
        Assert.Equal("\ud83d\udc26", SafeXml.Clean("\ud83d\ud83d\udc26\udc26"));
    }

    [Theory]
    [InlineData("]]>")]
    [InlineData("a]]]]>>b")]
    [InlineData("]]><script>alert(1)</script><![CDATA[")]
    [InlineData("&lt; &amp; <b> \" '")]
    [InlineData("\u0000]]\u0001>")]
    public void Every_text_comes_out_as_it_went_in(string text)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, SafeXml.Settings))
        {
            xml.WriteStartElement("feed");
            xml.Data("data", text);
            xml.Text("text", text);
            xml.WriteEndElement();
        }
        stream.Position = 0;
        var feed = XDocument.Load(stream).Root!;

        Assert.Equal([SafeXml.Clean(text), SafeXml.Clean(text)], feed.Elements().Select(element => element.Value));
        Assert.All(feed.Elements(), element => Assert.Empty(element.Elements()));
    }
}
