using System.ComponentModel.DataAnnotations;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>The section "Alerts" of the settings.</summary>
public sealed class AlertSettings
{
    /// <summary>How long what is wanted at once is gathered into one mail.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Alerts:Gathering is a time from 00:00:00 to 1.00:00:00")]
    public TimeSpan Gathering { get; set; } = Timing.Gathering;
}
