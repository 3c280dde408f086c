using Microsoft.AspNetCore.Mvc;
using NewsSite.Alerts.Links;
using NewsSite.Alerts.Subscriptions;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>
/// Ends what a mail was about. A POST does, from this page or from a mail program by one click (RFC 8058): no cookie, no redirect, and
/// whoever sends it need not be a page of ours. A GET only asks.
/// </summary>
public sealed class StopModel(PreferenceDesk desk, AlertLinks links) : AlertPage
{
    [FromRoute(Name = "token")]
    public string? Token { get; set; }

    public IReadOnlyList<string> Names { get; private set; } = [];
    public bool IsStopped { get; private set; }
    public string PreferencesPath { get; private set; } = "";

    protected override bool TakesFromAnywhere => true;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.StopByLinkAsync(Token, cancel);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await desk.FindStoppingAsync(Token, cancel) is not { } found)
            return Lapsed();
        Names = [.. found.Subscriptions.Select(one => one.Name)];
        IsStopped = found.Subscriptions.All(one => one.State == SubscriptionState.Stopped);
        PreferencesPath = Addresses.MyAlerts(Language, await links.TokenAsync(new AlertLink(LinkPurpose.Preferences, found.Subscriber.Id, 0, []), cancel));
        return Page();
    }
}
