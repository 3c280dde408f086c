using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Downloads;
using NewsSite.Platform.Paging;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Downloads;

/// <summary>The files that readers may save, which an import brought; one can be taken off, and then its address says that it is gone.</summary>
[Authorize(Policies.Edit)]
public sealed class IndexModel(DownloadShelf shelf, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public ListPage<Download> List { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken cancel) => List = await shelf.PageAsync(PageSize, Before, cancel);

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancel) =>
        await shelf.DeleteAsync(id, cancel) is { } download ? Done("/downloads", texts["{0} is deleted.", download.Name]) : NotFound();
}
