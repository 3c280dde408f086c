using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>
/// The comments that mark WordPress's blocks. The HTML between them says nearly all; they tell where free text stands, and
/// name the blocks that WordPress fills when it shows them, which have no text of their own.
/// </summary>
internal sealed partial class BlockComments(ConversionNotes notes)
{
    private static readonly HashSet<string> Silent = ["more", "nextpage", "spacer", "separator"];

    private readonly Stack<string> _open = new();

    /// <summary>Between blocks, and in a block of the classic editor, line ends count.</summary>
    public bool IsFreeform => _open.Count == 0 || _open.Peek() is "freeform" or "classic" or "shortcode";

    public void Read(string comment, HtmlPlace place, HtmlSource source)
    {
        var match = Mark().Match(comment);
        if (!match.Success)
            return;
        var name = match.Groups["name"].Value;
        if (name.StartsWith("core/", StringComparison.Ordinal))
            name = name[5..];
        if (match.Groups["close"].Success)
        {
            if (_open.Contains(name))
                while (_open.Pop() != name) { }
        }
        else if (match.Groups["void"].Success)
        {
            WithoutText(name, match.Groups["attributes"].Value, place, source);
        }
        else
        {
            _open.Push(name);
        }
    }

    private void WithoutText(string name, string attributes, HtmlPlace place, HtmlSource source)
    {
        if (Silent.Contains(name))
            return;
        notes.Add(NoteKind.Block, "wp:" + name);
        // Links of menus and social networks, search boxes and the like keep their words in the comment.
        using var json = Parse(attributes);
        if (json is null)
            return;
        var words = Text(json, "label") ?? Text(json, "content") ?? Text(json, "service") ?? Text(json, "title");
        var href = Text(json, "url") is { } url ? source.Links.Rewrite(url, source.Address, notes) : null;
        if ((words ?? href) is not { } shown)
            return;
        place.Flow.EndParagraph();
        place.Flow.Run.Text(HtmlText.OneLine(shown), href is null ? [] : [Platform.Html.Blocks.Mark.Link(href)]);
        place.Flow.EndParagraph();
    }

    private static JsonDocument? Parse(string attributes)
    {
        try
        {
            return attributes.Length == 0 ? null : JsonDocument.Parse(attributes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"^\s*(?<close>/)?wp:(?<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s*(?<attributes>\{.*\})?\s*(?<void>/)?\s*$", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
