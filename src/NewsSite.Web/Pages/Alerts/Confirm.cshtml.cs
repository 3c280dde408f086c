using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewsSite.Alerts.Links;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>Where the link of the first mail leads. Looking does nothing: scanners look at every link.</summary>
[EnableRateLimiting(AccountLimits.Link)]
public sealed class ConfirmModel(Confirmation confirmation, AlertLinks links) : AlertPage
{
    [FromRoute(Name = "token")]
    public string? Token { get; set; }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public Frequency Frequency { get; private set; }
    public bool IsConfirmed { get; private set; }
    public string PreferencesPath { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(await confirmation.FindAsync(Token, cancel), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await ShowAsync(await confirmation.ConfirmAsync(Token, Network, cancel), cancel);

    private async Task<IActionResult> ShowAsync(Subscription? subscription, CancellationToken cancel)
    {
        if (subscription is null)
            return Lapsed();
        (Name, Email, Frequency) = (subscription.Name, subscription.Subscriber.Email, subscription.Timing.Frequency);
        IsConfirmed = subscription.State != SubscriptionState.Unconfirmed;
        PreferencesPath = Addresses.MyAlerts(Language, await links.TokenAsync(new AlertLink(LinkPurpose.Preferences, subscription.SubscriberId, 0, []), cancel));
        return Page();
    }
}
