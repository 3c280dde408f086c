using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;
using NewsSite.Transfer.Demo;
using NewsSite.Transfer.Sample;
using NewsSite.Transfer.Wordpress;

namespace NewsSite.Transfer;

/// <summary>The door of Transfer: what brings whole papers in and out.</summary>
public static class TransferModule
{
    public static IServiceCollection AddTransfer(this IServiceCollection services) => services
        .AddSingleton(new MappedAssembly(typeof(TransferModule).Assembly))
        .AddScoped<DemoPaper>()
        .AddScoped<SamplePaper>()
        .AddScoped<WordpressImport>();
}
