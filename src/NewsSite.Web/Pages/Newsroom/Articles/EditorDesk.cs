using NewsSite.Jobs.Categories;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Media;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>An author or a tag by its name.</summary>
public sealed record Named(long Id, string Name);

/// <summary>All that the editor's page names beside the text.</summary>
public sealed record EditorLists
{
    public required SectionTree Sections { get; init; }
    public required IReadOnlyList<Named> Authors { get; init; }
    public required IReadOnlyList<Named> Tags { get; init; }

    /// <summary>Job categories, for the block of jobs.</summary>
    public required IReadOnlyList<Named> Categories { get; init; }

    /// <summary>The hero picture and those of the text, as the script knows pictures.</summary>
    public required IReadOnlyList<MediaJson> Pictures { get; init; }
    public required MediaJson? Hero { get; init; }
}

/// <summary>Gathers them: each list in one query or from memory.</summary>
public sealed class EditorDesk(SectionMenu menu, NewsSite.Newsroom.Bylines.Authors authors, TagSearch tags, CategoryList categories, PictureShelf pictures, MediaNotes notes)
{
    /// <param name="copy">What is being written.</param>
    /// <param name="written">Its language.</param>
    /// <param name="language">The interface's.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<EditorLists> ForAsync(WorkingCopy copy, Language written, Language language, CancellationToken cancel)
    {
        var known = (await tags.OfAsync(copy.TagIds, cancel)).ToDictionary(tag => tag.Id, tag => tag.Name.In(language));
        var media = copy.HeroId is { } id ? copy.Body.Pictures().Prepend(id) : copy.Body.Pictures();
        var shown = (await pictures.FindAsync([.. media.Distinct()], cancel)).Where(item => item.HasFile).Select(item => notes.Json(item, written)).ToList();
        return new EditorLists
        {
            Sections = await menu.TreeAsync(),
            Authors = [.. (await authors.DirectoryAsync()).Of(copy.AuthorIds).Select(author => new Named(author.Id, author.Name))],
            Tags = [.. copy.TagIds.Where(known.ContainsKey).Select(tag => new Named(tag, known[tag]))],
            Categories = [.. (await categories.BySlugAsync()).Values.Select(category => new Named(category.Id, category.Name.In(language)))],
            Pictures = shown,
            Hero = shown.Find(picture => picture.Id == copy.HeroId),
        };
    }
}
