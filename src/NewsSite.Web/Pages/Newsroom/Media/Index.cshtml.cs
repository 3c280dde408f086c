using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Paging;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>The media library, the newest first: bring pictures, find them, and see which want looking after.</summary>
[Authorize(Policies.Write)]
public sealed class IndexModel(MediaLibrary library) : NewsroomPage
{
    private const int PageSize = 48;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "filter")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public MediaFilter Filter => Enum.TryParse<MediaFilter>(Asked, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : MediaFilter.All;

    public ListPage<MediaItem> Pictures { get; private set; } = new([], false);

    /// <summary>How many pictures wait for the sizes that a browser makes.</summary>
    public int LackingSizes { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var words = Search is { Length: > 200 } ? Search[..200] : Search ?? "";
        Pictures = await library.PageAsync(new MediaQuestion { Words = words, Filter = Filter }, PageSize, ListKey.Parse(Before), cancel);
        LackingSizes = await library.CountLackingSizesAsync([], cancel);
    }

    public string AddressOf(MediaItem item) => At(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/media/{item.Id}"));

    /// <summary>This list again, from its beginning or from what follows a picture.</summary>
    public string Address(MediaItem? after = null)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["q"] = Search,
            ["filter"] = Filter == MediaFilter.All ? null : Filter.ToString(),
            ["before"] = after is null ? null : new ListKey(after.CreatedAt, after.Id).ToString(),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
        return At("/media") + query;
    }
}
