using NewsSite.Jobs.Categories;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Articles;
using NewsSite.Web.Pages.Newsroom.Media;

namespace NewsSite.Web.Pages.Newsroom.StaticPages;

/// <summary>What the block editor needs to know of a text beside it.</summary>
public sealed record EditorList(IReadOnlyList<MediaJson> Pictures, IReadOnlyList<Named> Categories);

/// <summary>Gathers it, each list in one query or from memory.</summary>
public sealed class EditorLists(CategoryList categories, PictureShelf pictures, MediaNotes notes)
{
    public async Task<EditorList> OfAsync(BlockDocument body, Language written, Language language, CancellationToken cancel) => new(
        [.. (await pictures.FindAsync([.. body.Pictures()], cancel)).Where(item => item.HasFile).Select(item => notes.Json(item, written))],
        [.. (await categories.BySlugAsync()).Values.Select(category => new Named(category.Id, category.Name.In(language)))]);
}
