using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;
using NewsSite.Web.Pages.Account;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Audit;

/// <summary>Who did what, when and from where; the same question can be taken along as CSV.</summary>
[Authorize(Policies.Administer)]
public sealed class IndexModel(AuditSearch search, PaperClock clock) : AccountPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "what")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, whole.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public ListPage<AuditEntry> Entries { get; private set; } = new([], false);
    public IReadOnlyList<string> Verbs { get; private set; } = [];
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Entries = await search.PageAsync(Question(), PageSize, Before, cancel);
        Verbs = await search.VerbsAsync(cancel);
        Kinds = await search.KindsAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{clock.Today:yyyy-MM-dd}.csv\"");
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await AuditCsv.WriteAsync(writer, search.All(Question()), cancel);
        return new EmptyResult();
    }

    /// <summary>This question again, from another place on.</summary>
    public string Address(long? before, bool asFile = false)
    {
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["q"] = Search,
            ["what"] = What,
            ["kind"] = Kind,
            ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["before"] = before?.ToString(CultureInfo.InvariantCulture),
            ["handler"] = asFile ? "Csv" : null,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
        return $"{Language.Prefix}/newsroom/audit{query}";
    }

    private AuditQuestion Question() => new()
    {
        Words = Search?.Trim() ?? "",
        Verb = What ?? "",
        Kind = Kind ?? "",
        From = From is { Year: > 1 } from ? clock.StartOf(from) : null,
        Until = To is { Year: > 1 and < 9999 } to ? clock.StartOf(to.AddDays(1)) : null,
    };
}
