using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using NewsSite.Newsroom.Reviews;
using NewsSite.Web.Pages.Employer;
using NewsSite.Web.Pages.Newsroom.FrontPages;
using NewsSite.Web.Pages.Newsroom.Redirects;
using NewsSite.Web.Pages.Newsroom.StaticPages;
using NewsSite.Web.Pages.Search;

namespace NewsSite.Web.Pages;

/// <summary>The reader's pages and what they share.</summary>
public static class ReaderPages
{
    public static void AddReaderPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.AddFolderApplicationModelConvention("/", TakeOnlyWhatIsHandled);
            // A new one is the same form without a number.
            options.Conventions.AddPageRoute("/Newsroom/Sections/Section", "/newsroom/sections/new");
            options.Conventions.AddPageRoute("/Newsroom/StaticPages/Page", "/newsroom/pages/new");
        });
        services.AddLocalization();
        // Letters of all languages stay letters; only what HTML needs is escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddSingleton<FrameSettings>();
        services.AddSingleton<Newsroom.Media.MediaNotes>();
        services.AddSingleton<KeptBlocks>();
        services.AddScoped<PaperFace>();
        services.AddScoped<FrameMaker>();
        services.AddScoped<News.StoryMaker>();
        services.AddSingleton<News.KeptStories>();
        services.AddScoped<News.InsetMaker>();
        services.AddSingleton<BodyText>();
        services.AddScoped<OldAddressResolver>();
        services.AddScoped<Newsroom.Articles.CopyCheck>();
        services.AddScoped<Newsroom.Articles.EditorDesk>();
        services.AddScoped<LivingAddresses>();
        services.AddScoped<FrontBoardMaker>();
        services.AddScoped<RedirectTargets>();
        services.AddScoped<EditorLists>();
        services.AddScoped<Newsroom.Articles.Writers>();
        services.AddScoped<Newsroom.Searches.ChosenThings>();
        services.AddScoped<Shared.PostingChart>();
        services.AddScoped<FindColleague>(provider => provider.GetRequiredService<Newsroom.Articles.Writers>().FindAsync);
        services.AddScoped<Newsroom.Articles.ListNames>();
        services.AddScoped<Newsroom.Articles.VersionComparer>();
        services.AddScoped<Newsroom.Forms.PictureChoice>();
        services.AddScoped<Alerts.AlertNaming>();
        services.AddSearchPages();
        services.AddEmployerPages();
    }

    /// <summary>Errors and unknown addresses answer with a page of the paper; under /api with problem+json.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(context => !IsApi(context), pages =>
        {
            if (!app.Environment.IsDevelopment())
                pages.UseExceptionHandler("/status/500");
            pages.UseStatusCodePagesWithReExecute("/status/{0}");
            pages.Use(ReadErrorPage);
        });
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }

    /// <summary>By itself a page without a handler for the method is shown as if nothing had been asked; here it answers 405.</summary>
    private static void TakeOnlyWhatIsHandled(PageApplicationModel page)
    {
        var methods = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Distinct();
        page.EndpointMetadata.Add(new HttpMethodMetadata([.. methods, HttpMethods.Head]));
    }

    /// <summary>The error page is read, whatever the method that failed.</summary>
    private static Task ReadErrorPage(HttpContext context, RequestDelegate next)
    {
        var isError = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isError && !HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
