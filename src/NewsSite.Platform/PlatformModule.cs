using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Files;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Scheduling;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Platform;

/// <summary>The door of Platform: database, change log, audit trail, outbox of mail, caches, files, figures, recurring tasks and the site's settings.</summary>
public static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(Clock());
        services.AddSiteSettings(configuration);
        services.AddNewsDb(configuration);
        services.AddProtectionKeys();
        services.AddMail(configuration);
        services.AddScoped<AuditSource>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditSearch>();
        services.AddSingleton<Generation>();
        services.AddSingleton<GenerationMemory>();
        services.AddSingleton<FileStore>();
        services.AddScoped<HeldFiles>();
        services.AddSingleton<FigureCounter>();
        services.AddSingleton<FigureWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<FigureWriter>());
        services.AddSingleton<SiteKey>();
        services.AddSingleton<TaskRuns>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<ChangeFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeFollower>());
        return services;
    }

    private static TimeProvider Clock() =>
#pragma warning disable RS0030 // The one place that names the system's clock; everything else takes TimeProvider.
        TimeProvider.System;
#pragma warning restore RS0030
}
