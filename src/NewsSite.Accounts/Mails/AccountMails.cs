namespace NewsSite.Accounts.Mails;

/// <summary>The words of the mails to people who sign in; the key is the English text.</summary>
public sealed class AccountMails;
