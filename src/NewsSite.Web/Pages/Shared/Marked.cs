using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A title in which the words that the reader looked for stand out.</summary>
public static class Marked
{
    public static IHtmlContent Title(string title, string words)
    {
        var content = new HtmlContentBuilder();
        var done = 0;
        while (words.Length > 0 && title.IndexOf(words, done, StringComparison.OrdinalIgnoreCase) is var found and >= 0)
        {
            content.Append(title[done..found]).AppendHtml("<mark>").Append(title.Substring(found, words.Length)).AppendHtml("</mark>");
            done = found + words.Length;
        }
        return content.Append(title[done..]);
    }
}
