namespace NewsSite.Jobs.Mails;

/// <summary>The words of the mails about jobs; the key is the English text.</summary>
public sealed class JobMails;
