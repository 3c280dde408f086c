using Microsoft.AspNetCore.Authorization;
using NewsSite.Newsroom.Sections;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Sections;

/// <summary>The sections as cards: dragged into their order, and into each other.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class OrderModel(SectionDesk desk) : NewsroomPage
{
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public int Revision => SectionDesk.RevisionOf(Sections);

    public async Task OnGetAsync(CancellationToken cancel) => Sections = await desk.ListAsync(cancel);
}
