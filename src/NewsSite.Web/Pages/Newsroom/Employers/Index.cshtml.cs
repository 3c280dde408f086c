using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Orders;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Employers;

/// <summary>All companies, and one search over companies, jobs and orders.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(DeskSearch search) : NewsroomPage
{
    private const int PageSize = 50;
    private const int LongestWords = 120;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeTyped { get; set; }

    public long? Before => long.TryParse(BeforeTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    public ListPage<EmployerRow> List { get; private set; } = new([], false);

    /// <summary>Null: nothing was asked.</summary>
    public DeskFound? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var words = Typed.Clean(Find, LongestWords);
        if (words.Length > 0)
            Found = await search.FindAsync(words, cancel);
        else
            List = await search.EmployersAsync(PageSize, Before, cancel);
    }
}
