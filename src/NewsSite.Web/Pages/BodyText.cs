using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages;

/// <summary>What stands around a body where it is read without its page.</summary>
public sealed record BodyLead(string Standfirst, Picture? Hero)
{
    /// <summary>After it, such as corrections.</summary>
    public IReadOnlyList<BodyNote> Notes { get; init; } = [];
}

public sealed record BodyNote(string What, string Text);

/// <summary>What stands elsewhere for a block that shows something of this site.</summary>
/// <param name="What">Before the link; may be empty.</param>
/// <param name="Path">On this site.</param>
public sealed record BodyLink(string What, string Text, string Path);

/// <summary>Shows block documents on a page, and as HTML that is read elsewhere.</summary>
public sealed partial class BodyText(IStringLocalizer<Interface> texts, Addresses addresses, HtmlEncoder encoder)
{
    private static readonly Dictionary<long, MediaItem> NoMedia = [];

    /// <summary>What was written of documents that are still held (see <see cref="NewsSite.Newsroom.Articles.VersionMemory"/>), and goes with them.</summary>
    private readonly ConditionalWeakTable<BlockDocument, Written> _written = [];

    /// <param name="document">The text.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="media">The pictures in it, by id.</param>
    /// <param name="others">What stands in place of blocks that show something of elsewhere in the site.</param>
    public IHtmlContent Of(BlockDocument document, Language language, IReadOnlyDictionary<long, MediaItem>? media = null, IReadOnlyDictionary<Block, IHtmlContent>? others = null) =>
        new Content(document, Write(document, language), Context(language, media, "") with { Other = (writer, block) => others?.GetValueOrDefault(block)?.WriteTo(writer, encoder) });

    /// <summary>HTML for feeds and search engines: absolute addresses, no controls, and letters instead of entities.</summary>
    public string Elsewhere(BlockDocument document, Language language, BodyLead? lead = null, IReadOnlyDictionary<long, MediaItem>? media = null, Func<Block, BodyLink?>? links = null)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        if (lead is not null)
            Write(html, lead);
        new BlockHtml(html, encoder, Context(language, media, addresses.Origin) with { Other = (writer, block) => Write(writer, links?.Invoke(block)) }).Write(document);
        foreach (var note in lead?.Notes ?? [])
            html.Write($"<p><strong>{encoder.Encode(note.What)}</strong> {encoder.Encode(note.Text)}</p>\n");
        // The encoder writes <, >, & and " by name; what it writes by number needs no escaping, and simple readers do not know it.
        return Numbered().Replace(html.ToString().TrimEnd(), Letter);
    }

    private Written Write(BlockDocument document, Language language)
    {
        if (_written.TryGetValue(document, out var known) && known.Language == language)
            return known;
        var parts = new List<Part>();
        var alone = new List<Block>();
        foreach (var block in document.Root.Content)
        {
            if (BlockHtml.StandsAlone(block))
            {
                alone.Add(block);
                continue;
            }
            parts.Add(new Part(Html(document, alone, language), [block]));
            alone.Clear();
        }
        parts.Add(new Part(Html(document, alone, language), []));
        var written = new Written(language, parts);
        _written.AddOrUpdate(document, written);
        return written;
    }

    private string Html(BlockDocument document, List<Block> blocks, Language language)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        new BlockHtml(html, encoder, Context(language, null, "")).Write(document, blocks);
        return html.ToString();
    }

    private void Write(TextWriter html, BodyLink? link)
    {
        if (link is not null)
            html.Write($"<p>{encoder.Encode(link.What)}{(link.What.Length > 0 ? " " : "")}<a href=\"{encoder.Encode(addresses.Absolute(link.Path))}\">{encoder.Encode(link.Text)}</a></p>\n");
    }

    private void Write(StringWriter html, BodyLead lead)
    {
        if (lead.Hero is { } hero)
        {
            html.Write("<figure>");
            PictureHtml.Write(html, encoder, hero, new PictureLayout("", Origin: addresses.Origin));
            var caption = hero.Credit.Length == 0 ? hero.Caption : $"{hero.Caption} ({hero.Credit})".TrimStart();
            if (caption.Length > 0)
                html.Write($"<figcaption>{encoder.Encode(caption)}</figcaption>");
            html.Write("</figure>\n");
        }
        if (lead.Standfirst.Length > 0)
            html.Write($"<p><strong>{encoder.Encode(lead.Standfirst)}</strong></p>\n");
    }

    private static string Letter(Match number)
    {
        var code = int.Parse(number.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code > char.MaxValue ? char.ConvertFromUtf32(code)
            : XmlConvert.IsXmlChar((char)code) ? ((char)code).ToString()
            : "";
    }

    private BlockHtmlContext Context(Language language, IReadOnlyDictionary<long, MediaItem>? media, string origin) => new()
    {
        Origin = origin,
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

    [GeneratedRegex("&#x([0-9A-F]{1,6});")]
    private static partial Regex Numbered();

    private sealed record Written(Language Language, IReadOnlyList<Part> Parts);

    /// <summary>A piece of a document: HTML that is always the same, then what is written for each page.</summary>
    private sealed record Part(string Html, IReadOnlyList<Block> Then);

    private sealed class Content(BlockDocument document, Written written, BlockHtmlContext context) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var html = new BlockHtml(writer, encoder, context);
            foreach (var part in written.Parts)
            {
                writer.Write(part.Html);
                html.Write(document, part.Then);
            }
        }
    }
}
