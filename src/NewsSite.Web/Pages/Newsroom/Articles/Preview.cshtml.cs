using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Previews;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>The article as readers will see it, as wide as a phone or a desk, and the links that show it to people outside.</summary>
[Authorize(Policies.Write)]
public sealed class PreviewModel(ArticlePreviews previews, PreviewLinks links, DeskArticles articles, Addresses addresses, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private ArticlePreview _preview = null!;

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "width")]
    public string? Width { get; set; }

    public string Title => _preview.Article.Card.Title;

    public bool IsPhone => Width == "phone";

    /// <summary>Nothing was written since the last version.</summary>
    public bool IsUnchanged => !_preview.IsWorkingCopy;

    public DateTimeOffset? EmbargoUntil => _preview.EmbargoUntil;

    /// <summary>What leaves the house is the desk's decision.</summary>
    public bool MayGiveLinks => Me.May(Policies.Edit);

    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The one that was just made; afterwards only its hash is left.</summary>
    public string Link { get; private set; } = "";

    public string Framed => _preview.Language.Prefix + string.Create(CultureInfo.InvariantCulture, $"/newsroom/articles/{Id}/preview/page");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel);

    public async Task<IActionResult> OnPostMakeLinkAsync(CancellationToken cancel)
    {
        if (!MayGiveLinks)
            return Forbidden();
        if (await previews.FindAsync(Id, cancel) is not { } preview || await links.MakeAsync(Id, Editor, cancel) is not { } secret)
            return NotFound();
        // The page shows a secret beside words that others write: its length must not tell of it.
        Request.Headers.AcceptEncoding = StringValues.Empty;
        Link = addresses.Absolute($"{preview.Language.Prefix}/preview/{secret}");
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostEndLinkAsync(long link, CancellationToken cancel)
    {
        if (!MayGiveLinks)
            return Forbidden();
        var said = await links.EndAsync(Id, link, cancel) ? texts["The link has ended."] : texts["This link had ended already."];
        return Done(string.Create(CultureInfo.InvariantCulture, $"/articles/{Id}/preview"), said);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await articles.FindAsync(Id, cancel) is not { } article || await previews.FindAsync(Id, cancel) is not { } preview)
            return NotFound();
        if (!Me.MaySee(article))
            return Forbidden();
        _preview = preview;
        if (MayGiveLinks)
            Links = await links.OpenAsync(Id, cancel);
        Response.ShowsOwnFrame();
        return Page();
    }
}
