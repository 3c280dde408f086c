using System.Text;
using System.Xml;

namespace NewsSite.Web.Feeds;

/// <summary>
/// Writes texts of any origin as XML: what XML cannot hold is left out, so that one odd character never breaks a whole feed.
/// Escaping is the writer's work, also of what would end a CDATA section.
/// </summary>
internal static class SafeXml
{
    public static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>Without control characters (but tab and line ends), half surrogate pairs and non-characters.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                clean.Append(text, i++, 2);
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }

    public static void Text(this XmlWriter xml, string element, string text) => xml.WriteElementString(element, Clean(text));

    public static void Text(this XmlWriter xml, string element, string space, string text) => xml.WriteElementString(element, space, Clean(text));

    public static void Data(this XmlWriter xml, string element, string text)
    {
        xml.WriteStartElement(element);
        xml.WriteCData(Clean(text));
        xml.WriteEndElement();
    }

    public static void Attribute(this XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            // Surrogates are no XML characters by themselves; the slow way looks at pairs.
            if (!XmlConvert.IsXmlChar(character))
                return false;
        }
        return true;
    }
}
