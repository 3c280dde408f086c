using System.Text;
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

/// <summary>Starts an article: in which language, in which section, and what it is called for now.</summary>
[Authorize(Policies.Write)]
public sealed class NewModel(WritingDesk desk, SectionMenu menu, IStringLocalizer<Interface> texts) : NewsroomPage
{
    [BindProperty(Name = "title")]
    public string? Title { get; set; }

    [BindProperty(Name = "section")]
    public long? SectionId { get; set; }

    [BindProperty(Name = "language")]
    public string? In { get; set; }

    public SectionTree Sections { get; private set; } = SectionTree.Empty;

    public async Task OnGetAsync()
    {
        In = Language.Code;
        Sections = await menu.TreeAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Sections = await menu.TreeAsync();
        var title = Title?.ReplaceLineEndings(" ").Trim() ?? "";
        if (title.Length > ArticleText.MaxTitle)
            ModelState.AddModelError("title", texts["FieldProblem." + FieldProblem.TooLong]);
        if (title.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar))
            ModelState.AddModelError("title", texts["FieldProblem." + FieldProblem.ForbiddenCharacter]);
        if (SectionId is not { } section || Sections.All.All(known => known.Id != section))
            return Wrong("section", texts["Please choose a section."]);
        if (Language.Find(In) is not { } language)
            return Wrong("language", texts["FieldProblem." + FieldProblem.NoLanguage]);
        if (!ModelState.IsValid)
            return Wrong();
        var copy = await desk.StartAsync(language, new ArticleContent { Text = new ArticleText { Title = title }, SectionId = section }, Editor, cancel);
        return LocalRedirect(At($"/articles/{copy.ArticleId}"));
    }
}
