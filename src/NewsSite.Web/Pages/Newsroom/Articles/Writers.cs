using System.Globalization;
using NewsSite.Accounts.Users;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Reviews;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Connects the number that the newsroom knows of a writer with the address that Accounts knows.</summary>
public sealed class Writers(Staff staff, Addresses addresses)
{
    /// <summary>Whoever started the article; null where that is nobody of the staff any more, or the one who asks.</summary>
    public async Task<Writer?> OfAsync(DeskArticle article, long askedBy, CancellationToken cancel)
    {
        if (article.OwnerId == askedBy || await staff.FindAsync(article.OwnerId, cancel) is not { IsActive: true, Email: { } email } writer)
            return null;
        var language = Language.OrDefault(writer.Language);
        var path = string.Create(CultureInfo.InvariantCulture, $"{language.Prefix}/newsroom/articles/{article.Id}");
        return new Writer(new Mailbox(email, writer.Name), language, addresses.Absolute(path));
    }
}
