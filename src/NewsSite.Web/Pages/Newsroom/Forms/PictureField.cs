using System.Globalization;
using NewsSite.Newsroom.Media;

namespace NewsSite.Web.Pages.Newsroom.Forms;

/// <summary>
/// A picture of the media library, chosen in a form: the one that is chosen, none, or one of those that were looked for. By
/// script the library opens over the page instead.
/// </summary>
public sealed record PictureField(string Name, string Label)
{
    /// <summary>The part of a form's name that asks to look for pictures, and of its field for words.</summary>
    public const string LookFor = "LookFor";

    public string Hint { get; init; } = "";

    /// <summary>Null: none.</summary>
    public MediaItem? Chosen { get; init; }

    /// <summary>What the library has for the words.</summary>
    public IReadOnlyList<MediaItem> Found { get; init; } = [];

    /// <summary>Null: nobody has looked yet.</summary>
    public string? Words { get; init; }

    public string Id => "field-" + Name.Replace('.', '-');

    /// <summary>The number of a picture as a form sends it; null: none, or no number.</summary>
    public static long? Number(string? sent) => long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
}

/// <summary>Fills such a field.</summary>
public sealed class PictureChoice(MediaLibrary library)
{
    private const int MostFound = 24;

    /// <param name="field">As it stands.</param>
    /// <param name="sent">The number of the picture that is chosen, as the form sends it or as it is stored.</param>
    /// <param name="words">What to look for; null: nothing.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<PictureField> FillAsync(PictureField field, string? sent, string? words, CancellationToken cancel)
    {
        var chosen = PictureField.Number(sent) is { } id && await library.FindAsync([id], cancel) is [var one] ? one : null;
        var found = words is null ? [] : (await library.PageAsync(new MediaQuestion { Words = words, WithFile = true }, MostFound, cancel: cancel)).Items;
        return field with { Chosen = chosen, Words = words, Found = [.. found.Where(item => item.Id != chosen?.Id)] };
    }

    /// <summary>Whether the library has a picture of that number; an imported one may still wait for its file.</summary>
    public async Task<bool> HasAsync(long id, CancellationToken cancel) => (await library.FindAsync([id], cancel)).Count == 1;
}
