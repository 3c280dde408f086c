using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace NewsSite.Web.Caching;

/// <summary>Keeps finished pages, compressed once, with an entity tag made from their content.</summary>
public static class PageCache
{
    private const long MemoryLimit = 256 * 1024 * 1024;
    private const long LargestPage = 2 * 1024 * 1024;

    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddOutputCache(options =>
        {
            options.SizeLimit = MemoryLimit;
            options.MaximumBodySize = LargestPage;
            options.UseCaseSensitivePaths = true;
        });
        services.AddSingleton<ReaderPagePolicy>();
        services.AddSingleton<LastModified>();
        services.AddSingleton<StreamedAnswer>();
        services.AddOptions<OutputCacheOptions>().Configure<ReaderPagePolicy>((options, policy) => options.AddBasePolicy(policy));
        services.AddResponseCompression(options =>
        {
            // Reader pages hold no secret that a compression side channel could tell.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/rss+xml", "application/feed+json", "application/manifest+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UsePageCache(this WebApplication app)
    {
        app.Use(AcceptedEncoding.Normalise);
        app.Use(app.Services.GetRequiredService<LastModified>().ForgetEarlier);
        app.UseOutputCache();
        app.LeaveThread();
        app.UseResponseCompression();
        app.UseMiddleware<EntityTag>();
    }
}
