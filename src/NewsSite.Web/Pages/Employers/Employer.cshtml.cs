using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Html;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Employers;

[KeptForEverybody("before")]
public sealed class EmployerModel(EmployerDirectory employers, OpenPostings postings) : ReaderPage
{
    private const int Size = 20;

    public NewsSite.Jobs.Employers.Employer Employer { get; private set; } = null!;
    public IReadOnlyList<string> Links => [.. Employer.Links.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(Link.IsWeb)];

    public ListPage<JobCard> Jobs { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] string? before, CancellationToken cancel)
    {
        if (await employers.FindAsync(slug, cancel) is not { } employer)
            return NotFound();
        Employer = employer;
        var key = ListKey.Parse(before);
        Jobs = await postings.OfEmployerAsync(employer.Id, Size, key, cancel);
        Paging = Paging.Of(Addresses.Employer(Language, slug), Jobs, key, card => card.Key);
        Head.Title = employer.Name;
        Head.Description = employer.About;
        Head.Current = "jobs";
        StartsAt(Addresses.Employer(Language, slug), key);
        Head.Feeds = Addresses.Employer(Language, slug);
        return Page();
    }
}
