using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace NewsSite.Web.Pages;

/// <summary>The reader's pages and what they share.</summary>
public static class ReaderPages
{
    public static void AddReaderPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute()))
            .AddViewLocalization();
        services.AddLocalization();
        // Letters of all languages stay letters; only what HTML needs is escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddSingleton<Addresses>();
        services.AddSingleton<FrameSettings>();
        services.AddSingleton<Words>();
        services.AddScoped<FrameMaker>();
        services.AddScoped<BodyText>();
        services.AddScoped<OldAddressResolver>();
    }

    /// <summary>Errors and unknown addresses answer with a page of the paper; under /api with problem+json.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(context => !IsApi(context), pages =>
        {
            if (!app.Environment.IsDevelopment())
                pages.UseExceptionHandler("/status/500");
            pages.UseStatusCodePagesWithReExecute("/status/{0}");
        });
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
