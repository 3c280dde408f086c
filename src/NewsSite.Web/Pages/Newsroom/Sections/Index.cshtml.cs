using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Sections;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Sections;

/// <summary>The sections of the paper in their order and nesting.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(SectionMenu menu, SectionDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public SectionTree Tree { get; private set; } = SectionTree.Empty;

    /// <summary>All sections, each after the one it lies in, with how deep.</summary>
    public IEnumerable<(Section Section, int Depth)> Lines() => Tree.Top.SelectMany(top => Below(top, 0));

    public async Task OnGetAsync() => Tree = await menu.TreeAsync();

    public async Task<IActionResult> OnPostStepAsync(long id, int step, CancellationToken cancel) =>
        await desk.StepAsync(id, step, cancel) == EditOutcome.Missing ? NotFound() : Done("/sections", Texts["The order is saved."]);

    private IEnumerable<(Section Section, int Depth)> Below(Section section, int depth) =>
        Tree.Children(section).SelectMany(child => Below(child, depth + 1)).Prepend((section, depth));
}
