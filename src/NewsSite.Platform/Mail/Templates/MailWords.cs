namespace NewsSite.Platform.Mail.Templates;

/// <summary>The words of the frame and of the test mail; the key is the English text.</summary>
public sealed class MailWords;
