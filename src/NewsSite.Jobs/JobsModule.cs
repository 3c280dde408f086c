using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Notices;
using NewsSite.Jobs.Occupations;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Payments;
using NewsSite.Jobs.Places;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Reports;
using NewsSite.Jobs.Spam;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Search.Documents;

namespace NewsSite.Jobs;

/// <summary>The door of Jobs: postings and those who post them.</summary>
public static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton(new MappedAssembly(typeof(JobsModule).Assembly))
        .AddJobsSettings()
        .AddScoped<OpenPostings>()
        .AddScoped<PostingCatalogue>()
        .AddScoped<TopJobs>()
        .AddScoped<JobsDesk>()
        .AddScoped<CategoryList>()
        .AddScoped<PostingDrafts>()
        .AddScoped<PostingMails>()
        .AddScoped<PostingReviews>()
        .AddScoped<EmployerPostings>()
        .AddScoped<PostingHandOver>()
        .AddScoped<PostingEdits>()
        .AddScoped<PostingEnds>()
        .AddScoped<PostingTemplates>()
        .AddScoped<DuePostings>()
        .AddScoped<SpamCheck>()
        .AddScoped<EmployerAccess>()
        .AddScoped<EmployerContacts>()
        .AddScoped<EmployerDesk>()
        .AddScoped<EmployerMails>()
        .AddScoped<EmployerPeople>()
        .AddScoped<EmployerProfiles>()
        .AddScoped<EmployerDirectory>()
        .AddScoped<FindContact>(_ => (_, _) => Task.FromResult<EmployerContact?>(null))
        .AddScoped<PictureLogos>()
        .AddScoped<IFileHolder, LogoFiles>()
        .AddScoped<IDocumentSource, PostingDocuments>()
        .AddPlaces()
        .AddOccupations()
        .AddOrders()
        .AddApplications();

    private static IServiceCollection AddJobsSettings(this IServiceCollection services)
    {
        services.AddOptions<JobsSettings>().BindConfiguration("Jobs");
        return services;
    }

    private static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton(_ => new FollowedTable<Gazetteer>(PlaceTable.Noun, GazetteerReading.ReadAsync))
        .AddSingleton<PlaceImport>()
        .AddScoped<StartingPlaces>();

    private static IServiceCollection AddOccupations(this IServiceCollection services) => services
        .AddSingleton(_ => new FollowedTable<OccupationList>(Occupation.Noun, OccupationList.ReadAsync))
        .AddSingleton<OccupationImport>()
        .AddScoped<OccupationDesk>()
        .AddScoped<OccupationSearch>()
        .AddScoped<StartingOccupations>();

    private static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton(PostingActs.Kind)
        .AddScoped<PostingFigures>()
        .AddScoped<PackageList>()
        .AddScoped<PackageDesk>()
        .AddScoped<PaymentDesk>()
        .AddScoped<OrderDesk>()
        .AddScoped<OrderMail>()
        .AddScoped<PaymentBook>()
        .AddScoped<OrderList>()
        .AddScoped<DeskSearch>()
        .AddScoped<JobReports>()
        .AddScoped<DueNotices>()
        .AddScoped<NoticeMail>();

    private static IServiceCollection AddApplications(this IServiceCollection services)
    {
        services.AddOptions<EndedPageSettings>().BindConfiguration("Jobs:Ended").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ApplicationSettings>().BindConfiguration("Jobs:Applications").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<PrivateFiles>(provider, CvShelf.Folder))
            .AddSingleton<ApplicationLink>()
            .AddSingleton<EndedPages>()
            .AddScoped<ApplicationMail>()
            .AddScoped<CvShelf>()
            .AddScoped<ApplyDesk>()
            .AddScoped<ApplicantDesk>()
            .AddScoped<ApplicationRetention>()
            .AddScoped<Inbox>()
            .AddScoped<InboxDesk>()
            .AddScoped<ApplicationExport>()
            .AddScoped<ReportMail>()
            .AddScoped<ReportDesk>()
            .AddHostedService<CvSweep>();
    }
}
