using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.StaticPages;

/// <summary>The pages that stand outside the news, of one language, in the order of the footer.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(StaticPageDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? EditionCode { get; set; }

    public Language Edition => Language.Find(EditionCode) ?? Language;

    public IReadOnlyList<StaticPageLine> List { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => List = await desk.ListAsync(Edition, cancel);

    public async Task<IActionResult> OnPostStepAsync(long id, int step, CancellationToken cancel) =>
        await desk.StepAsync(id, step, cancel) == EditOutcome.Missing ? NotFound() : Done("/pages" + QueryString.Create("edition", Edition.Code), Texts["The order is saved."]);
}
