using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages;

/// <summary>Shows block documents on a page.</summary>
public sealed class BodyText(IStringLocalizer<Interface> texts)
{
    private static readonly Dictionary<long, MediaItem> NoMedia = [];

    public IHtmlContent Of(BlockDocument document, Language language, IReadOnlyDictionary<long, MediaItem>? media = null)
    {
        var context = new BlockHtmlContext
        {
            Picture = id => (media ?? NoMedia).TryGetValue(id, out var item) ? item.In(language) : null,
            Texts = new BlockHtmlTexts
            {
                GalleryOf = texts["Gallery of {0} pictures"],
                Pictures = texts["{0} pictures"],
                PreviousPicture = texts["Previous picture"],
                NextPicture = texts["Next picture"],
                Table = texts["Table: {0}"],
                EmbedNote = texts["This content comes from {0}, which then sees that you are here."],
                EmbedShow = texts["Show content from {0}"],
                EmbedOpen = texts["Open on {0}"],
            },
        };
        return new Content(document, context);
    }

    private sealed class Content(BlockDocument document, BlockHtmlContext context) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => new BlockHtml(writer, encoder, context).Write(document);
    }
}
