using NewsSite.Jobs.Employers;
using NewsSite.Web.Pages.Jobs;

namespace NewsSite.Web.Pages.Employer;

/// <summary>What the pages of employers share, before and behind their door.</summary>
internal static class EmployerPages
{
    public static void AddEmployerPages(this IServiceCollection services)
    {
        services.AddScoped<PostingVocabulary>();
        services.AddScoped<PostingChoices>();
        services.AddScoped<PostingFormReader>();
        services.AddScoped<PreviewPostings>();
        services.AddScoped<WrittenDraft>();
        services.AddScoped<CompanyAccounts>();
        services.AddScoped<PostingHandIn>();
        services.AddScoped<ConfirmedPeople>();
        services.AddSingleton<PostingDraftCookie>();
        services.AddScoped<Contacts>();
        services.AddSingleton<Applications.ReplyWords>();
        services.AddScoped<FindContact>(provider => provider.GetRequiredService<Contacts>().FindAsync);
    }
}
