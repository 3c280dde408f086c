using NewsSite.Alerts.Subscriptions;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>The letters that one can subscribe to.</summary>
[KeptForEverybody]
public sealed class LettersModel : ReaderPage
{
    public static IReadOnlyList<SubscriptionKind> Letters { get; } = [SubscriptionKind.Morning, SubscriptionKind.Weekly, SubscriptionKind.Breaking];

    public void OnGet() => Head.Description = "";
}

/// <summary>What each letter is about, in words.</summary>
public enum LetterAbout
{
    Morning,
    Weekly,
    Breaking,
}
