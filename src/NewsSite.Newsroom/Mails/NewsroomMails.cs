namespace NewsSite.Newsroom.Mails;

/// <summary>The words of the mails about articles; the key is the English text.</summary>
public sealed class NewsroomMails;
