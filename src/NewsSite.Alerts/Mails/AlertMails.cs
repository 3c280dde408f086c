namespace NewsSite.Alerts.Mails;

/// <summary>The words of this module's mails; the key is the English text.</summary>
public sealed class AlertMails;
