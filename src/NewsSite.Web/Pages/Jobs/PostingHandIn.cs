using System.Globalization;
using NewsSite.Accounts.Users;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>What came of a confirmed address: who it was, and where their posting stands.</summary>
public sealed record HandedIn(User User, string Path);

/// <summary>Brings a draft to the desk: account, company, membership and posting are made in one write, or none of them is.</summary>
public sealed class PostingHandIn(NewsDb db, PostingDrafts drafts, PostingMails mails, EmployerPostings postings, CompanyAccounts accounts, OrderDesk orders)
{
    /// <summary>Mails the link that confirms the address.</summary>
    public async Task AskAsync(PostingDraft draft, DraftSender sender, string title, Language language, CancellationToken cancel)
    {
        var secret = drafts.Address(draft, sender);
        await mails.ConfirmAsync(draft, secret, title, language);
        await db.SaveAsync(cancel);
    }

    /// <summary>The link was used: whoever did holds the mailbox.</summary>
    /// <param name="employer">A company that the account acts for already; null: a new one, by the name in the draft.</param>
    /// <returns>Null: the link has just been used, or the account is closed.</returns>
    public async Task<HandedIn?> ConfirmAsync(PostingDraft draft, PostingContent content, long? employer, Language language, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await drafts.TakeAsync(draft, cancel) || await accounts.EnterAsync(draft, language, cancel) is not { } user)
            return null;
        var company = employer ?? (await accounts.FoundAsync(draft, content, user, cancel)).Id;
        var posting = await postings.HandInAsync(company, content, user.Id, posting => OrderAsync(posting, draft, new Buyer(user.Id, user.Name, user.Email!, language), cancel), cancel);
        if (posting.State == PostingState.Submitted)
            await mails.ReceivedAsync(posting, cancel);
        await write.CommitAsync(cancel);
        return new HandedIn(user, PathOf(posting));
    }

    /// <summary>The package that was chosen; one that is offered no more is none.</summary>
    private async Task OrderAsync(Posting posting, PostingDraft draft, Buyer buyer, CancellationToken cancel)
    {
        if (PostingForm.FromJson(draft.Fields).Package is { Length: > 0 } code)
            await orders.PlaceAsync(posting, code, buyer, cancel);
    }

    /// <summary>Hands in for a company that the signed-in user acts for.</summary>
    /// <returns>Where the posting stands, below the language; null: the draft has just been handed in.</returns>
    public async Task<string?> ForMemberAsync(PostingDraft draft, PostingContent content, long employer, HttpContext context, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await drafts.TakeAsync(draft, cancel))
            return null;
        var (who, me) = (context.SignedIn()!, context.CurrentUser());
        var posting = await postings.HandInAsync(employer, content, me.Id, posting => OrderAsync(posting, draft, new Buyer(me.Id, me.Name, who.Email, context.Language()), cancel), cancel);
        await write.CommitAsync(cancel);
        return PathOf(posting);
    }

    private static string PathOf(Posting posting) => string.Create(CultureInfo.InvariantCulture, $"/employer/{posting.EmployerId}/postings/{posting.Id}");
}
