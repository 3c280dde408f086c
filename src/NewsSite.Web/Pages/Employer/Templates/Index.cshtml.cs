using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Site;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Templates;

/// <summary>A company's adverts to use again.</summary>
public sealed class IndexModel(PostingTemplates templates, PostingEnds ends, PaperClock clock, IStringLocalizer<Interface> texts) : EmployerPage
{
    public IReadOnlyList<PostingTemplate> Templates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Templates = await templates.OfAsync(Company.EmployerId, cancel);

    public async Task<IActionResult> OnPostUseAsync(long id, CancellationToken cancel)
    {
        if (await templates.FindAsync(Company.EmployerId, id, cancel) is not { } template)
            return NotFound();
        var content = PostingContent.FromJson(template.Content) with { ClosesAt = clock.StartOf(clock.Today.AddDays(PostingEnds.Renewal + 1)), PublishesAt = null };
        var draft = await ends.DraftAsync(Company.EmployerId, content, cancel);
        return Done(string.Create(CultureInfo.InvariantCulture, $"/postings/{draft}/edit"), texts["This is a draft made of the template."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel)
    {
        if (await templates.FindAsync(Company.EmployerId, id, cancel) is not { } template)
            return NotFound();
        await templates.RemoveAsync(template, cancel);
        return Done("/templates", texts["“{0}” is removed.", template.Name]);
    }
}
