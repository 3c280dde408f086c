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
        if (article.OwnerId == askedBy || await FindAsync(article.OwnerId, cancel) is not { } writer)
            return null;
        return new Writer(writer.Mailbox, writer.Language, writer.Address(string.Create(CultureInfo.InvariantCulture, $"/articles/{article.Id}")));
    }

    /// <inheritdoc cref="FindColleague"/>
    public async Task<Colleague?> FindAsync(long userId, CancellationToken cancel)
    {
        if (userId == 0 || await staff.FindAsync(userId, cancel) is not { IsActive: true, Email: { } email } user)
            return null;
        var language = Language.OrDefault(user.Language);
        return new Colleague(new Mailbox(email, user.Name), language, path => addresses.Absolute($"{language.Prefix}/newsroom{path}"));
    }
}
