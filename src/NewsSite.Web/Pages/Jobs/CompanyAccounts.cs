using NewsSite.Accounts.Users;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Spam;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>Makes the account and the company of somebody who posts for the first time, inside the caller's write.</summary>
public sealed class CompanyAccounts(Registration registration, EmployerDesk employers)
{
    /// <returns>Null: the account is closed.</returns>
    public Task<User?> EnterAsync(PostingDraft draft, Language language, CancellationToken cancel) => registration.EnterAsync(draft.Email, draft.Name, language, cancel);

    /// <summary>Colleagues with an address of the same domain may ask to join, unless anybody can have one of it.</summary>
    public async Task<NewsSite.Jobs.Employers.Employer> FoundAsync(PostingDraft draft, PostingContent content, User user, CancellationToken cancel)
    {
        var company = await employers.FoundAsync(draft.Company, Language.OrDefault(content.Language), user.Id, cancel);
        var domain = MailDomains.Of(user.Email!);
        company.MailDomain = MailDomains.IsCompanys(domain) ? domain : "";
        return company;
    }
}
