using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>Mails about postings; they are written into the outbox by the caller's save.</summary>
public sealed class PostingMails(Outbox outbox, MailWriter writer, FindSiteFace face, FindContact find, IOptions<SiteSettings> settings)
{
    /// <param name="secret">Of the link.</param>
    /// <param name="title">The advert's, in one line.</param>
    /// <param name="language">Of the mail.</param>
    public async Task ConfirmAsync(PostingDraft draft, string secret, string title, Language language)
    {
        var link = $"{settings.Value.PublicUrl.TrimEnd('/')}{language.Prefix}/jobs/post/confirm/{secret}";
        outbox.Add(await writer.WriteAsync(new ConfirmPosting((await face()).Name, title, draft.Company, link), new Mailbox(draft.Email, draft.Name), language));
    }

    public Task ReceivedAsync(Posting posting, CancellationToken cancel) => SendAsync(posting, contact => new PostingReceived(posting.Title, Own(posting, contact)), cancel);

    public Task PublishedAsync(Posting posting, CancellationToken cancel) => SendAsync(posting, contact => new PostingPublished(
        posting.Title, contact.Address(string.Create(CultureInfo.InvariantCulture, $"/jobs/{posting.Id}/{posting.Slug}")), Own(posting, contact)), cancel);

    public Task RefusedAsync(Posting posting, bool isFinal, CancellationToken cancel) => SendAsync(posting, contact => new PostingRefused(
        posting.Title, isFinal, posting.Decision, Own(posting, contact)), cancel);

    private static string Own(Posting posting, EmployerContact contact) =>
        contact.Address(string.Create(CultureInfo.InvariantCulture, $"/employer/{posting.EmployerId}/postings/{posting.Id}"));

    /// <summary>To who handed it in; an imported job has nobody.</summary>
    private async Task SendAsync(Posting posting, Func<EmployerContact, MailTemplate> write, CancellationToken cancel)
    {
        if (posting.HandedInBy is { } user && await find(user, cancel) is { } contact)
            outbox.Add(await writer.WriteAsync(write(contact), contact.Mailbox, contact.Language));
    }
}
