namespace NewsSite.Web.Pages.Newsroom.Forms;

/// <summary>What was typed into a field, as it is kept.</summary>
public static class Typed
{
    /// <summary>Without control characters and white space around it; cut where it is longer than the field.</summary>
    public static string Clean(string? text, int most, bool hasLines = false)
    {
        var clean = new string([.. (text ?? "").ReplaceLineEndings("\n").Where(character => !char.IsControl(character) || (hasLines && character == '\n'))]).Trim();
        if (clean.Length <= most)
            return clean;
        // Never through the middle of a character.
        return char.IsHighSurrogate(clean[most - 1]) ? clean[..(most - 1)] : clean[..most];
    }

    /// <summary>An address as somebody typed it, or made from a text where they typed none.</summary>
    public static string Slug(string? typed, string text) => Platform.Html.Slug.From(string.IsNullOrWhiteSpace(typed) ? text : typed);
}
