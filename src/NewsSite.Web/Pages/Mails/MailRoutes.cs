using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Web.Pages.Mails;

/// <summary>
/// What lies in the folder of mails, for people who work on the site: /mails is there in Development only, elsewhere the
/// address does not exist. A mail's HTML is shown in a frame that may neither run nor fetch anything.
/// </summary>
public static partial class MailRoutes
{
    private const int MostShown = 200;

    private const string PagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    public static void MapMails(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var mails = app.MapGroup("/mails").AllowAnonymous().ExcludeFromDescription();
        mails.MapGet("", async (FolderTransport folder, HttpContext context) => await PageAsync<MailList>(context, new() { ["Mails"] = Newest(folder) }));
        mails.MapGet("/{name}", async (string name, FolderTransport folder, HttpContext context) => Find(folder, name) is { } mail
            ? await PageAsync<MailView>(context, new() { ["Mail"] = mail })
            : Results.NotFound());
        mails.MapGet("/{name}/html", (string name, FolderTransport folder, HttpContext context) => Find(folder, name)?.Content.Find("text/html") is { } html
            ? Html(context, html.Text(), MailPolicy, "SAMEORIGIN")
            : Results.NotFound());
        mails.MapGet("/{name}/source", (string name, FolderTransport folder) => Find(folder, name) is { } mail
            ? Results.File(File.ReadAllBytes(mail.Path), "text/plain; charset=utf-8")
            : Results.NotFound());
    }

    private static List<LaidMail> Newest(FolderTransport folder) => !Directory.Exists(folder.Folder) ? []
        : [.. new DirectoryInfo(folder.Folder).EnumerateFiles("*" + FolderTransport.Extension)
            .OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name, StringComparer.Ordinal)
            .Take(MostShown).Select(file => Read(file.FullName))];

    private static LaidMail? Find(FolderTransport folder, string name)
    {
        // The name is one that the folder gives, so it cannot lead elsewhere.
        var path = Path.Combine(folder.Folder, name);
        return NamePattern().IsMatch(name) && File.Exists(path) ? Read(path) : null;
    }

    private static LaidMail Read(string path) => new(path, MimePart.Read(File.ReadAllBytes(path)));

    private static async Task<IResult> PageAsync<TPage>(HttpContext context, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return Html(context, html, PagePolicy, "DENY");
    }

    private static IResult Html(HttpContext context, string html, string policy, string frameOptions)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XFrameOptions = frameOptions;
        headers.CacheControl = "no-store";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    [GeneratedRegex(@"^[a-zA-Z0-9.]+\.eml\z")]
    private static partial Regex NamePattern();
}
