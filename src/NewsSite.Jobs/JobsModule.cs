using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;

namespace NewsSite.Jobs;

/// <summary>The door of Jobs: postings and those who post them.</summary>
public static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton(new MappedAssembly(typeof(JobsModule).Assembly))
        .AddScoped<OpenPostings>()
        .AddScoped<PostingCatalogue>()
        .AddScoped<TopJobs>()
        .AddScoped<JobsDesk>()
        .AddScoped<CategoryList>()
        .AddScoped<EmployerDirectory>()
        .AddScoped<PictureLogos>()
        .AddScoped<IFileHolder, LogoFiles>();
}
