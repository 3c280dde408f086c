using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Where an article is written.</summary>
[Authorize(Policies.Write)]
public sealed class EditModel(
    WritingDesk desk, EditorDesk lists, DeskArticles articles, Translations translations, SectionMenu sections, IStringLocalizer<Interface> texts) : NewsroomPage
{
    public DeskArticle Article { get; private set; } = null!;
    public WorkingCopy Copy { get; private set; } = null!;
    public EditorLists Lists { get; private set; } = null!;
    public IReadOnlyList<Translation> Others { get; private set; } = [];

    /// <summary>What the article is written in.</summary>
    public Language Written => Language.OrDefault(Article.Language);

    /// <summary>The text for who writes without scripts; null where it holds more than words.</summary>
    public string? PlainBody => PlainNotation.Of(Copy.Body);

    /// <summary>The number, or the whole address, of an article to be linked.</summary>
    [BindProperty(Name = "translation")]
    public string? Other { get; set; }

    public Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => ForAsync(id, Task<IActionResult> () => ShownAsync(cancel), cancel);

    /// <summary>On to where it is published. The script has saved everything by then; where none runs, the fields are saved here.</summary>
    /// <summary>A button that this page does not have.</summary>
    public IActionResult OnPost(long id) => LocalRedirect(At($"/articles/{id}"));

    public Task<IActionResult> OnPostPublishAsync(long id, [FromForm] PlainFields fields, CancellationToken cancel) => ForAsync(id, async () =>
    {
        if (!Me.May(Policies.Publish))
            return Forbidden();
        var content = await FieldsOverAsync(fields);
        if (fields.Revision == Copy.Revision && content != Copy.Content)
            await desk.SaveAsync(id, fields.Revision, content, Editor, cancel);
        return LocalRedirect(At($"/articles/{id}/publish"));
    }, cancel);

    public Task<IActionResult> OnPostLinkAsync(long id, CancellationToken cancel) => ForAsync(id, async () =>
    {
        var other = ArticleNumber.In(Other) is { } number ? await articles.FindAsync(number, cancel) : null;
        if (other is null || !Me.MaySee(other) && other.State != ArticleState.Published)
            return await WrongAsync("translation", texts["Linking." + Linking.NotThere], cancel);
        var linking = await translations.LinkAsync(id, other.Id, cancel);
        return linking == Linking.Linked
            ? Done($"/articles/{id}", texts["Linking." + linking])
            : await WrongAsync("translation", texts["Linking." + linking], cancel);
    }, cancel);

    public Task<IActionResult> OnPostUnlinkAsync(long id, CancellationToken cancel) => ForAsync(id, async () =>
    {
        await translations.UnlinkAsync(id, cancel);
        return Done($"/articles/{id}", texts["The link was taken away."]);
    }, cancel);

    /// <summary>Fields by hand, where no script runs; the text itself stays as it is.</summary>
    public Task<IActionResult> OnPostSaveAsync(long id, [FromForm] PlainFields fields, CancellationToken cancel) => ForAsync(id, async () =>
    {
        var content = await FieldsOverAsync(fields);
        if (await desk.SaveAsync(id, fields.Revision, content, Editor, cancel) is not { } saved)
            return NotFound();
        if (!saved.IsConflict)
            return Done($"/articles/{id}", texts["Saved."]);
        Copy.Save(content, Editor, Copy.SavedAt);
        return await WrongAsync("", texts["{0} saved this article while you were writing. Compare the two texts.", saved.Copy.SavedByName], cancel);
    }, cancel);

    /// <summary>What was written, with the fields; a section that has gone meanwhile stays as it was.</summary>
    private async Task<ArticleContent> FieldsOverAsync(PlainFields fields)
    {
        if (fields.SectionId is { } id && (await sections.TreeAsync()).All.All(section => section.Id != id))
            fields.SectionId = null;
        return fields.Over(Copy.Content);
    }

    /// <summary>Finds the article and the working copy, if one may write it.</summary>
    private async Task<IActionResult> ForAsync(long id, Func<Task<IActionResult>> act, CancellationToken cancel)
    {
        if (await articles.FindAsync(id, cancel) is not { } article || await desk.OpenAsync(id, cancel) is not { } copy)
            return NotFound();
        (Article, Copy) = (article, copy);
        if (Me.MayWrite(article))
            return await act();
        // What the editors have now can still be looked at and talked about.
        return HttpMethods.IsGet(Request.Method) && Me.MaySee(article) ? LocalRedirect(At($"/articles/{id}/review")) : Forbidden();
    }

    private async Task<IActionResult> ShownAsync(CancellationToken cancel)
    {
        Lists = await lists.ForAsync(Copy, Written, Language, cancel);
        Others = await translations.OfAsync(Article.Id, cancel);
        return Page();
    }

    private async Task<IActionResult> WrongAsync(string field, string message, CancellationToken cancel)
    {
        await ShownAsync(cancel);
        return Wrong(field, message);
    }
}
