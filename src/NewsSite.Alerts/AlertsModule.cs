using Microsoft.Extensions.DependencyInjection;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Editions;
using NewsSite.Alerts.Links;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.Mails;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Database;

namespace NewsSite.Alerts;

/// <summary>
/// The door of Alerts: what people have sent to them, when, and with whose consent. It knows searches and documents; what things look
/// like in a mail (<see cref="FindAlertItems"/>), where searches show (<see cref="SearchAddress"/>) and which words mean the same
/// (Search's FindVocabulary) the host tells.
/// </summary>
public static class AlertsModule
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertSettings>().BindConfiguration("Alerts").ValidateDataAnnotations().ValidateOnStart();
        return services.AddDesks();
    }

    private static IServiceCollection AddDesks(this IServiceCollection services) => services
        .AddSingleton(new MappedAssembly(typeof(AlertsModule).Assembly))
        .AddSingleton(SearchSource.Create())
        .AddSingleton<AddressHashes>()
        .AddSingleton<AlertLinks>()
        .AddSingleton<ListHeaders>()
        .AddScoped<SignUp>()
        .AddScoped<SignUpMail>()
        .AddScoped<Confirmation>()
        .AddScoped<PreferenceDesk>()
        .AddScoped<OwnData>()
        .AddScoped<NewThings>()
        .AddScoped<DigestSources>()
        .AddScoped<DraftMaker>()
        .AddScoped<DigestMail>()
        .AddScoped<DueDigests>()
        .AddScoped<MailingLedger>()
        .AddScoped<EditionDesk>()
        .AddScoped<BreakingDesk>()
        .AddScoped<CurrentLetters>()
        .AddScoped<LetterMail>()
        .AddScoped<DueLetters>()
        .AddScoped<DigestPreview>()
        .AddScoped<MailingCatalogue>();
}
