using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using NewsSite.Transfer.Imports;

namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>Reads a WordPress export (WXR 1.0, 1.1, 1.2) from its beginning to its end, one thing at a time.</summary>
internal sealed partial class WxrReader : IDisposable
{
    private const int MaxItemBytes = 16 * 1024 * 1024;
    private const int MaxTerms = 2000;
    private const int MaxFieldLength = 10_000;

    private readonly string _path;
    private readonly GuardedStream _stream;
    private readonly XmlReader _xml;
    private readonly WxrSpaces _spaces = new();

    public WxrReader(string path)
    {
        _path = path;
        _stream = new GuardedStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan), MaxItemBytes);
        _xml = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    public WxrSite Site { get; } = new();

    /// <summary>Bytes read so far.</summary>
    public long Position => _stream.Position;

    public long Length => _stream.Length;

    public int ControlCharacters => _stream.ControlCharacters;

    /// <exception cref="ImportException">The file is no export, or broken; the message names line and column.</exception>
    public IEnumerable<WxrEntry> Entries()
    {
        Guard(FindChannel);
        while (Guard(Next) is { } entry)
            yield return entry;
    }

    public void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException broken)
        {
            throw new ImportException($"{_path}: line {broken.LineNumber}, column {broken.LinePosition}: {Reason(broken)}");
        }
        catch (ItemTooLargeException)
        {
            throw Problem($"an item here is larger than {MaxItemBytes / 1024 / 1024} MB; take it out of the export");
        }
    }

    /// <summary>Without the place, which XmlException repeats at its end.</summary>
    private static string Reason(XmlException broken) =>
        broken.Message.Contains("DTD", StringComparison.Ordinal)
            ? "the file holds a document type declaration, which no export has; it was not read"
            : Place().Replace(broken.Message, "").TrimEnd('.', ' ') + "; export the file again, or mend it there";

    private bool FindChannel()
    {
        if (_xml.MoveToContent() != XmlNodeType.Element || _xml.LocalName != "rss")
            throw Problem($"the file begins with <{_xml.Name}>; a WordPress export begins with <rss>");
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "channel")
                return _xml.Read();
        }
        throw Problem("the file holds no <channel>, so it is no WordPress export");
    }

    private WxrEntry? Next()
    {
        while (!_xml.EOF)
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                _xml.Read();
                continue;
            }
            _stream.BeginItem();
            switch ((Space, _xml.LocalName))
            {
                case (WxrSpace.Rss, "item"):
                    return Item();
                case (WxrSpace.Rss, "title") when Site.Title.Length == 0:
                    Site.Title = Text();
                    break;
                case (WxrSpace.Rss, "link"):
                    Site.Link = Text();
                    break;
                case (WxrSpace.Wordpress, "base_blog_url"):
                    Site.BaseUrl = Text();
                    break;
                case (WxrSpace.Wordpress, "author"):
                    return Author();
                case (WxrSpace.Wordpress, "category" or "tag" or "term"):
                    return Term();
                default:
                    _xml.Skip();
                    break;
            }
        }
        return null;
    }

    private WxrAuthor Author()
    {
        var fields = Fields();
        var name = fields.GetValueOrDefault("author_display_name") ?? "";
        if (name.Length == 0)
            name = $"{fields.GetValueOrDefault("author_first_name")} {fields.GetValueOrDefault("author_last_name")}".Trim();
        return new WxrAuthor(fields.GetValueOrDefault("author_login") ?? "", name);
    }

    private WxrTerm Term()
    {
        var element = _xml.LocalName;
        var fields = Fields();
        string Of(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (fields.TryGetValue(name, out var value))
                    return value;
            }
            return "";
        }
        var taxonomy = element switch { "category" => "category", "tag" => "post_tag", _ => Of("term_taxonomy") };
        return new WxrTerm(taxonomy, Number(Of("term_id")), Of("category_nicename", "tag_slug", "term_slug"), Of("cat_name", "tag_name", "term_name"))
        {
            Parent = Of("category_parent", "term_parent"),
            Description = Of("category_description", "tag_description", "term_description"),
        };
    }

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>();
        ForEachChild(() => fields[_xml.LocalName] = Text());
        return fields;
    }

    private WxrItem Item()
    {
        var item = new WxrItem();
        ForEachChild(() =>
        {
            switch (Space, _xml.LocalName)
            {
                case (WxrSpace.Rss, "title"): item.Title = Text(); break;
                case (WxrSpace.Rss, "link"): item.Link = Text().Trim(); break;
                case (WxrSpace.Rss, "guid"): item.Guid = Text().Trim(); break;
                case (WxrSpace.Rss, "pubDate"): item.PubDate = Text(); break;
                case (WxrSpace.Rss, "category"): ItemTerm(item); break;
                case (WxrSpace.DublinCore, "creator"): item.Creator = Text().Trim(); break;
                case (WxrSpace.Content, "encoded"): item.Content = Text(); break;
                case (WxrSpace.Excerpt, "encoded"): item.Excerpt = Text(); break;
                case (WxrSpace.Wordpress, _): ItemField(item, _xml.LocalName); break;
                default: _xml.Skip(); break;
            }
        });
        return item;
    }

    private void ItemTerm(WxrItem item)
    {
        var taxonomy = _xml.GetAttribute("domain") ?? "";
        var slug = _xml.GetAttribute("nicename") ?? "";
        var name = Text().Trim();
        // WXR 1.0 names each term twice, once without its slug, and calls a tag "tag".
        if (slug.Length > 0 && taxonomy.Length > 0 && item.Terms.Count < MaxTerms)
            item.Terms.Add(new WxrTerm(taxonomy == "tag" ? "post_tag" : taxonomy, 0, slug, name));
    }

    private void ItemField(WxrItem item, string name)
    {
        switch (name)
        {
            case "post_id": item.Id = Number(Text()); break;
            case "post_date": item.Date = Text(); break;
            case "post_date_gmt": item.DateGmt = Text(); break;
            case "post_modified": item.Modified = Text(); break;
            case "post_modified_gmt": item.ModifiedGmt = Text(); break;
            case "post_name": item.Slug = Text(); break;
            case "status": item.Status = Text().Trim(); break;
            case "post_parent": item.Parent = Number(Text()); break;
            case "menu_order": item.MenuOrder = (int)Math.Min(Number(Text()), int.MaxValue); break;
            case "post_type": item.Type = Text().Trim(); break;
            case "post_password": item.HasPassword = Text().Length > 0; break;
            case "is_sticky": item.IsSticky = Text().Trim() == "1"; break;
            case "attachment_url": item.AttachmentUrl = Text().Trim(); break;
            case "postmeta": Meta(item); break;
            case "comment":
                item.Comments++;
                // Comments are left out, so they do not count for the item's size.
                _stream.BeginItem();
                _xml.Skip();
                _stream.BeginItem();
                break;
            default: _xml.Skip(); break;
        }
    }

    private void Meta(WxrItem item)
    {
        var key = "";
        var value = "";
        ForEachChild(() =>
        {
            if (_xml.LocalName == "meta_key")
                key = Text();
            else if (_xml.LocalName == "meta_value")
                value = Text();
            else
                _xml.Skip();
        });
        if (WxrFields.Known.Contains(key) && value.Length <= MaxFieldLength)
            item.Fields.TryAdd(key, value);
    }

    /// <summary>Calls for each child element; the callee reads it to its end.</summary>
    private void ForEachChild(Action read)
    {
        var depth = _xml.Depth;
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return;
        }
        _xml.Read();
        while (!_xml.EOF && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element)
                read();
            else
                _xml.Read();
        }
        _xml.Read();
    }

    /// <summary>All text of the element, which is read to its end.</summary>
    private string Text()
    {
        var depth = _xml.Depth;
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return "";
        }
        string? single = null;
        StringBuilder? several = null;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            if (single is null)
                single = _xml.Value;
            else
                (several ??= new StringBuilder(single)).Append(_xml.Value);
        }
        _xml.Read();
        return several?.ToString() ?? single ?? "";
    }

    private WxrSpace Space => _spaces.TryOf(_xml.NamespaceURI, out var unknown)
        ?? throw Problem($"the export is of version {unknown}; 1.0, 1.1 and 1.2 can be read");

    private ImportException Problem(string problem)
    {
        var (line, column) = _xml is IXmlLineInfo place ? (place.LineNumber, place.LinePosition) : (0, 0);
        return new ImportException($"{_path}: line {line}, column {column}: {problem}");
    }

    private static long Number(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\s*Line \d+, position \d+\.?$")]
    private static partial Regex Place();
}
