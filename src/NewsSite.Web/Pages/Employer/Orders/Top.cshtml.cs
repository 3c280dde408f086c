using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Orders;

/// <summary>Makes a posting that readers see, or soon will, a Top job.</summary>
public sealed class TopModel(NewsDb db, EmployerPostings postings, PackageList packages, OrderDesk desk, IStringLocalizer<Interface> texts) : EmployerPage
{
    public Posting Posting { get; private set; } = null!;
    public IReadOnlyList<Package> Offered { get; private set; } = [];

    [BindProperty]
    public string? Package { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (Offered.All(package => package.Code != Package))
            return Wrong(PackageChoice.Name, texts["Choose one of these."]);
        var placing = await desk.PlaceAsync(Posting, Package!, Me.Id, cancel);
        if (placing.Order is not { } order)
            return Wrong(PackageChoice.Name, texts["Choose one of these."]);
        await write.CommitAsync(cancel);
        return Done(string.Create(CultureInfo.InvariantCulture, $"/orders/{order.Id}"),
            placing.Outcome == PlacingOutcome.OrderedAlready ? texts["You have ordered this already; it waits for its payment."] : texts["Thank you for your order."]);
    }

    /// <summary>What has ended is no Top job any more.</summary>
    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await postings.FindAsync(Company.EmployerId, id, cancel) is not { } posting || posting.State is PostingState.Closed or PostingState.Rejected)
            return false;
        Posting = posting;
        Offered = await packages.TopAsync(cancel);
        return true;
    }
}
