using NewsSite.Accounts.Users;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.Web.Pages.Employer;

/// <summary>Connects the number that Jobs knows of somebody with the address that Accounts knows.</summary>
public sealed class Contacts(Staff people, Addresses addresses)
{
    /// <inheritdoc cref="FindContact"/>
    public async Task<EmployerContact?> FindAsync(long userId, CancellationToken cancel)
    {
        if (await people.FindAsync(userId, cancel) is not { IsActive: true, Email: { } email } user)
            return null;
        var language = Language.OrDefault(user.Language);
        return new EmployerContact(new Mailbox(email, user.Name), language, path => addresses.Absolute(language.Prefix + path));
    }
}
