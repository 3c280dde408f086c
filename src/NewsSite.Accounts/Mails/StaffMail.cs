using Microsoft.Extensions.Options;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.Mails;

/// <summary>Mails to people who sign in, with the links they hold. They are written into the outbox by the caller's save.</summary>
public sealed class StaffMail(Outbox outbox, MailWriter writer, FindSiteFace face, IOptions<SiteSettings> settings)
{
    public string InvitationLink(string secret, Language language) => Absolute(language, $"/account/invitation/{secret}");

    public string NewPasswordLink(string secret, Language language) => Absolute(language, $"/account/new-password/{secret}");

    public async Task InviteAsync(Invitation invitation, string link) => outbox.Add(await writer.WriteAsync(
        new StaffInvitation((await face()).Name, link), new Mailbox(invitation.Email), Language.OrDefault(invitation.Language)));

    public async Task NewPasswordAsync(User user, string secret)
    {
        var language = Language.OrDefault(user.Language);
        outbox.Add(await writer.WriteAsync(
            new NewPasswordLink((await face()).Name, user.Name, NewPasswordLink(secret, language)), new Mailbox(user.Email!, user.Name), language));
    }

    public async Task SignInLinkAsync(User user, string secret)
    {
        var language = Language.OrDefault(user.Language);
        var link = Absolute(language, $"/account/link/{secret}");
        outbox.Add(await writer.WriteAsync(new SignInByLink((await face()).Name, user.Name, link), new Mailbox(user.Email!, user.Name), language));
    }

    private string Absolute(Language language, string path) => settings.Value.PublicUrl.TrimEnd('/') + language.Prefix + path;
}
