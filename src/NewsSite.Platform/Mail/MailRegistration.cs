using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Mail.Smtp;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Platform.Mail;

internal static class MailRegistration
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailSettings>().Configure(settings => Bind(configuration.GetSection("Mail"), settings)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailSettings>, MailSettingsCheck>();
        services.AddSingleton<MailSenders>();
        services.AddSingleton<FolderTransport>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value.Transport == MailTransportKind.Smtp
            ? provider.GetRequiredService<SmtpTransport>()
            : provider.GetRequiredService<FolderTransport>());
        services.AddLocalization();
        services.AddSingleton<MailWriter>();
        services.AddSingleton<MailTrial>();
        services.AddScoped<Outbox>();
        services.AddScoped<Handovers>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
    }

    /// <summary>A word where a number belongs, or one that is no choice, is a fault like any other.</summary>
    private static void Bind(IConfigurationSection section, MailSettings settings)
    {
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException mismatch)
        {
            throw new OptionsValidationException("Mail", typeof(MailSettings),
                [$"{mismatch.Message} Mail:Transport is Folder or Smtp; Mail:Smtp:Tls is None, StartTls or Implicit; Port and Connections are numbers"]);
        }
    }
}
