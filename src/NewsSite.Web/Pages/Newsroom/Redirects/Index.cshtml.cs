using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Redirects;

/// <summary>A line of an imported file that was not taken.</summary>
public sealed record RefusedLine(int Line, string From, string To, string Why);

/// <summary>Old addresses and where they lead: found, added, deleted, and brought in by the thousand.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(RedirectDesk desk, LivingAddresses living, RedirectTargets targets, Addresses addresses, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int PageSize = 50;
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostRefused = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    /// <summary>Whether an address that leads somewhere already gets the new target.</summary>
    [BindProperty]
    public bool Replaces { get; set; }

    public ListPage<Redirect> List { get; private set; } = new([], false);

    /// <summary>Where those of the list lead now.</summary>
    public IReadOnlyDictionary<long, string> LeadTo { get; private set; } = new Dictionary<long, string>();

    public IReadOnlyList<RefusedLine> Refused { get; private set; } = [];

    public string? Imported { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        var (rule, problem) = RedirectRule.Of(From ?? "", To ?? "", addresses.Origin);
        if (rule is not null)
            problem = await living.IsAliveAsync(rule.From, cancel) ? RedirectProblem.IsAlive : await desk.AddAsync(rule, Replaces, cancel);
        if (problem == RedirectProblem.None)
            return Done("/redirects", texts["{0} leads to {1} now.", rule!.From, rule.To]);
        await LoadAsync(cancel);
        return Wrong(problem is RedirectProblem.NoTarget or RedirectProblem.IsLoop ? "To" : "From", texts["RedirectProblem." + problem]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancel) =>
        await desk.DeleteAsync(id, cancel) ? Done("/redirects" + (string.IsNullOrEmpty(Find) ? "" : QueryString.Create("q", Find)), texts["The redirect is deleted."]) : NotFound();

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: 0 } or { Length: > MostBytes })
        {
            await LoadAsync(cancel);
            return Wrong("file", texts["Choose a CSV file of {0} MB at most.", MostBytes / (1024 * 1024)]);
        }
        IReadOnlyList<(int Line, string From, string To)> lines;
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            lines = RedirectCsv.Read(await reader.ReadToEndAsync(cancel));
        }
        catch (Exception failure) when (failure is FormatException or DecoderFallbackException)
        {
            await LoadAsync(cancel);
            return Wrong("file", failure is FormatException ? texts["The file cannot be read at {0}: a quotation mark is open, or there are more than {1} lines.", failure.Message, RedirectCsv.MostLines] : texts["The file is not in UTF-8. Save it as CSV UTF-8."]);
        }
        await ImportAsync(lines, cancel);
        await LoadAsync(cancel);
        return Page();
    }

    private async Task ImportAsync(IReadOnlyList<(int Line, string From, string To)> lines, CancellationToken cancel)
    {
        var refused = new List<RefusedLine>();
        var rules = new List<RedirectRule>();
        var of = new List<(int Line, string From, string To)>();
        foreach (var line in lines)
        {
            var (rule, problem) = RedirectRule.Of(line.From, line.To, addresses.Origin);
            if (rule is not null && await living.IsAliveAsync(rule.From, cancel))
                problem = RedirectProblem.IsAlive;
            if (problem != RedirectProblem.None)
            {
                refused.Add(new RefusedLine(line.Line, line.From, line.To, texts["RedirectProblem." + problem]));
                continue;
            }
            rules.Add(rule!);
            of.Add(line);
        }
        var problems = await desk.AddAsync(rules, Replaces, cancel);
        foreach (var (line, problem) in of.Zip(problems).Where(done => done.Second != RedirectProblem.None))
            refused.Add(new RefusedLine(line.Line, line.From, line.To, texts["RedirectProblem." + problem]));
        Imported = texts["{0} redirects are in, {1} were refused.", lines.Count - refused.Count, refused.Count];
        Refused = [.. refused.OrderBy(line => line.Line).Take(MostRefused)];
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        List = await desk.PageAsync(Typed.Clean(Find, OldAddress.MaxLength), PageSize, Before, cancel);
        LeadTo = await targets.OfAsync(List.Items, cancel);
    }
}
