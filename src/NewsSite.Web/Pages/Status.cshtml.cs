using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsSite.Web.Pages;

/// <summary>What readers see instead of a page: not found, gone, or an error. Reached by re-execution, for every method.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class StatusModel(ILogger<StatusModel> log) : ReaderPage
{
    public int Code { get; private set; }

    /// <summary>Names the request in the log.</summary>
    public string RequestId => HttpContext.TraceIdentifier;

    /// <summary>What is missing stood among the jobs.</summary>
    public bool IsJob => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith("/jobs/", StringComparison.Ordinal) == true;

    public IActionResult OnGet(int code) => Show(code);

    public IActionResult OnPost(int code) => Show(code);

    public IActionResult OnPut(int code) => Show(code);

    public IActionResult OnDelete(int code) => Show(code);

    /// <summary>What broke may be the database: the page then stands without sections and headlines.</summary>
    protected override async ValueTask<Frame> MakeFrameAsync(FrameMaker maker)
    {
        try
        {
            return await base.MakeFrameAsync(maker);
        }
        catch (Exception exception)
        {
            LogBare(log, exception);
            return maker.MakeBare(Language);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The error page stands without sections and headlines: they could not be read")]
    private static partial void LogBare(ILogger log, Exception exception);

    private PageResult Show(int code)
    {
        var reExecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Code = reExecuted && code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Head.NoIndex = true;
        Head.Alternates = []; // An error has no translation: the language switch leads to the front pages.
        return Page();
    }
}
