using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Mail;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Search;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>Asks for an alert on the search in the address. What it answers does not tell whether a mail address is known.</summary>
[EnableRateLimiting(ReaderLimits.SignUp)]
public sealed class NewModel(SignUp signUp, AlertNaming naming, Finder finder, IStringLocalizer<Interface> texts) : AlertPage
{
    private const int MaxPath = 300;

    [BindProperty(Name = "Email")]
    public string? Email { get; set; }

    [BindProperty(Name = "Frequency")]
    public string? FrequencyTyped { get; set; }

    /// <summary>A letter instead of a search.</summary>
    [BindProperty(SupportsGet = true, Name = "Letter")]
    public string? LetterTyped { get; set; }

    private SubscriptionKind? Letter => Enum.TryParse<SubscriptionKind>(LetterTyped, out var kind) && LettersModel.Letters.Contains(kind) ? kind : null;

    public SearchQuery Search { get; private set; } = new();
    public string Name { get; private set; } = "";

    /// <summary>How much the search finds now.</summary>
    public int Count { get; private set; }
    public bool IsAsked { get; private set; }
    public AlertForm Form { get; private set; } = null!;

    /// <summary>Where the search shows what it finds.</summary>
    public string BackPath => Letter is null ? AlertSources.PathOf(Search, Language) : Addresses.Letters(Language);

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync("", cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync("", cancel);
        if (Email is not { Length: <= 254 } || Mailbox.Fault(Email.Trim()) is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Form = Form with { Error = texts["This is not an e-mail address."] };
            return Page();
        }
        await signUp.AskAsync(new Wish
        {
            Email = Email,
            Language = Language,
            About = Letter ?? SubscriptionKind.Search,
            Name = Name,
            Search = Search,
            Timing = TimingOf(Letter),
            Asked = new Asked(
                FromPath(),
                texts["We send you what is new to this address and use it for nothing else. First you confirm by a link that we mail to you; every mail has a link that stops it."],
                AlertForm.WordingVersion,
                Network),
        }, cancel);
        IsAsked = true;
        return Page();
    }

    private async Task ShowAsync(string error, CancellationToken cancel)
    {
        if (Letter is { } letter)
        {
            Name = texts["SubscriptionKind." + letter];
            Form = new AlertForm(Addresses.NewAlert(Language), ForJobs: false) { Email = Email ?? "", Error = error, IsWhole = true, Letter = letter };
            return;
        }
        var asked = SearchQuery.Parse(Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))), FilterGroups.AllFacets);
        Search = KeptSearch.Of(await KnownAsync(asked, cancel));
        Name = await naming.NameAsync(Search, Frame, cancel);
        Count = await finder.CountAsync(Search, null, cancel);
        Form = AlertForm.Of(Search, Language) with { Email = Email ?? "", Frequency = FrequencyOf(FrequencyTyped), Error = error, IsWhole = true };
    }

    /// <summary>Letters begin with what is usual; whoever wants them otherwise changes it on their own page.</summary>
    private Timing TimingOf(SubscriptionKind? letter) => letter switch
    {
        SubscriptionKind.Morning => new Timing { Frequency = Frequency.Daily },
        SubscriptionKind.Weekly => new Timing { Frequency = Frequency.Weekly, Weekdays = Weekdays.Saturday, Hour = 8 },
        SubscriptionKind.Breaking => new Timing { Frequency = Frequency.AtOnce },
        _ => new Timing { Frequency = FrequencyOf(FrequencyTyped) },
    };

    /// <summary>A place that nobody knows narrows nothing, and would only look as if it did.</summary>
    private async Task<SearchQuery> KnownAsync(SearchQuery asked, CancellationToken cancel) =>
        asked.Near is not null && (await finder.FindAsync(asked, null, 0, 0, cancel)).Query.Near is null ? asked with { Near = null, WithEverywhere = false } : asked;

    /// <summary>The page with the form that was sent: this one, or that of the search.</summary>
    private string FromPath()
    {
        var path = Uri.TryCreate(Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) ? from.PathAndQuery : Request.Path.Value! + Request.QueryString;
        return path.Length <= MaxPath ? path : path[..MaxPath];
    }
}
