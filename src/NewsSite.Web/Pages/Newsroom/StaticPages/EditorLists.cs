using NewsSite.Jobs.Categories;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Articles;

namespace NewsSite.Web.Pages.Newsroom.StaticPages;

/// <summary>What the block editor needs to know of a text beside it.</summary>
public sealed record EditorList(IReadOnlyList<EditorPicture> Pictures, IReadOnlyList<Named> Categories);

/// <summary>Gathers it, each list in one query or from memory.</summary>
public sealed class EditorLists(CategoryList categories, PictureShelf pictures)
{
    public async Task<EditorList> OfAsync(BlockDocument body, Language written, Language language, CancellationToken cancel) => new(
        [.. (await pictures.FindAsync([.. body.Pictures()], cancel)).Select(item => EditorPicture.Of(item, written)).OfType<EditorPicture>()],
        [.. (await categories.BySlugAsync()).Values.Select(category => new Named(category.Id, category.Name.In(language)))]);
}
