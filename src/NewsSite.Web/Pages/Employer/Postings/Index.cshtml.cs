using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Paging;

namespace NewsSite.Web.Pages.Employer.Postings;

/// <summary>A company's postings in whatever state, the newest first.</summary>
public sealed class IndexModel(EmployerPostings postings) : EmployerPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    public ListPage<OwnPosting> List { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken cancel) =>
        List = await postings.PageAsync(Company.EmployerId, PageSize, ListKey.Parse(Before), cancel);
}
