using System.Globalization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>A page about one picture.</summary>
public abstract class MediaPage(MediaLibrary library) : NewsroomPage
{
    /// <summary>As it is saved.</summary>
    public MediaItem Item { get; private set; } = null!;

    public Picture Picture => Item.In(Language);

    /// <summary>An address below the picture's own.</summary>
    public string Below(string path) => At(string.Create(CultureInfo.InvariantCulture, $"/media/{Item.Id}{path}"));

    /// <summary>Finds the picture.</summary>
    /// <returns>How its address is answered where it is not there; 0: it is.</returns>
    protected async Task<int> FindAsync(long id, CancellationToken cancel)
    {
        if (await library.FindAsync(id, cancel) is not { } item)
            return StatusCodes.Status404NotFound;
        Item = item;
        return item.DeletedAt is null ? 0 : StatusCodes.Status410Gone;
    }

    /// <summary>Somebody else changed it: what is theirs now stands on the page.</summary>
    protected void Show(MediaItem theirs) => Item = theirs;

    /// <summary>Words that a form gives for a language.</summary>
    protected static LocalizedText TextOf(Func<Language, string?> given) => new(Language.All
        .Select(language => (language.Code, Text: given(language)?.Trim() ?? "")).Where(pair => pair.Text.Length > 0)
        .ToDictionary(pair => pair.Code, pair => pair.Text));
}
