using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Web.Caching;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Applications;

/// <summary>
/// Files of a company's inbox, for its members. Strangers have sent them, so browsers are told to save and never to show them, under
/// any type, and that nothing in them may run as a page of this site.
/// </summary>
public static class ApplicationRoutes
{
    /// <summary>A page of ours this can never be: no origin, no script, no form, nothing to fetch.</summary>
    private const string Sandbox = "default-src 'none'; sandbox";

    public static void MapApplications(this RouteGroupBuilder employer)
    {
        var applications = employer.MapGroup("/applications");
        applications.MapGet("/{id:long}/cv", CvAsync);
        applications.MapGet("/export.csv", (HttpContext context, [FromQuery] string? posting, [FromQuery] string? state, ApplicationExport export, IStringLocalizer<Interface> texts, CancellationToken cancel) =>
            ExportAsync(context, new Export("csv", "text/csv; charset=utf-8", export.CsvAsync), Filter(context, posting, state), export, texts, cancel));
        applications.MapGet("/export.zip", (HttpContext context, [FromQuery] string? posting, [FromQuery] string? state, ApplicationExport export, IStringLocalizer<Interface> texts, CancellationToken cancel) =>
            ExportAsync(context, new Export("zip", "application/zip", export.ZipAsync), Filter(context, posting, state), export, texts, cancel));
    }

    private delegate Task<Stream> MakeFile(InboxFilter filter, IReadOnlyList<string> heads, Func<ApplicationState, string> stateOf, CancellationToken cancel);

    private sealed record Export(string Ending, string MediaType, MakeFile Make);

    private static async Task<IResult> CvAsync(long id, HttpContext context, Inbox inbox, CvShelf shelf, CancellationToken cancel)
    {
        if (await inbox.FindAsync(context.ActsFor().EmployerId, id, cancel) is not { CvType: { } type } application || shelf.Find(application) is not { } path)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        Close(context.Response);
        return Results.File(path, CvFile.MediaType(type), application.CvName);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, Export kind, InboxFilter filter, ApplicationExport export, IStringLocalizer<Interface> texts, CancellationToken cancel)
    {
        await export.NoteAsync(filter, kind.Ending, cancel);
        string[] heads =
        [
            texts["Number"], texts["Received"], texts["Job"], texts["Reference"], texts["Name"], texts["E-mail address"], texts["Address confirmed"],
            texts["Telephone"], texts["State"], texts["Withdrawn"], texts["Letter"], texts["Answers"], texts["CV"],
        ];
        var file = await kind.Make(filter, heads, state => texts["ApplicationState." + state], cancel);
        Close(context.Response);
        return Results.File(file, kind.MediaType, $"applications.{kind.Ending}");
    }

    private static InboxFilter Filter(HttpContext context, string? posting, string? state) => new()
    {
        EmployerId = context.ActsFor().EmployerId,
        PostingId = long.TryParse(posting, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        State = Enum.TryParse<ApplicationState>(state, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null,
    };

    private static void Close(HttpResponse response)
    {
        response.KeepNowhere();
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
