using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Editions;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Mailings;

/// <summary>The next morning briefing or week: greeted, arranged and sponsored by editors, else made by rule.</summary>
[Authorize(Policies.Publish)]
public sealed class LettersModel(EditionDesk desk, FindAlertItems items, IStringLocalizer<Interface> texts) : NewsroomPage
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? KindTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? LanguageTyped { get; set; }

    [BindProperty]
    public ArrangementForm Typed { get; set; } = new();

    public MailingKind Kind => KindTyped == "weekly" ? MailingKind.Weekly : MailingKind.Morning;
    public Language LetterLanguage => Language.Find(LanguageTyped) ?? Language;
    public DateOnly Day { get; private set; }
    public Edition? Edition { get; private set; }
    public IReadOnlyList<(long Id, AlertItem Item)> Offered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Typed = ArrangementForm.Of(Edition);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Typed.Fault(texts) is { } fault)
            return Wrong("Typed." + fault.Field, fault.Text);
        var arranged = await desk.ArrangeAsync(Kind, LetterLanguage, Day, Typed.ToArrangement(), Me.Name, cancel);
        return arranged
            ? Done(Address(Kind, LetterLanguage), texts["The letter is arranged."])
            : Wrong("", texts["A colleague was quicker, or the letter is made already. Load the page again."], StatusCodes.Status409Conflict);
    }

    /// <summary>Below /newsroom.</summary>
    public static string Address(MailingKind kind, Language language) => $"/mailings/letters?kind={kind.ToString().ToLowerInvariant()}&language={language.Code}";

    private async Task ReadAsync(CancellationToken cancel)
    {
        Day = await desk.NextDayAsync(Kind, LetterLanguage, cancel);
        Edition = await desk.FindAsync(Kind, LetterLanguage, Day, cancel);
        var keys = await desk.OfferedAsync(Kind, LetterLanguage, cancel);
        var found = await items(keys, LetterLanguage, cancel);
        Offered = [.. keys.Where(found.ContainsKey).Select(key => (key.Id, found[key]))];
    }
}

/// <summary>What an editor types for a letter.</summary>
public sealed class ArrangementForm
{
    public string? Greeting { get; set; }
    public string? SponsorText { get; set; }
    public string? SponsorAddress { get; set; }
    public int Version { get; set; }

    /// <summary>By article: its place; empty: not in it.</summary>
    public Dictionary<long, string?> Places { get; set; } = [];

    public static ArrangementForm Of(Edition? edition) => new()
    {
        Greeting = edition?.Greeting,
        SponsorText = edition?.SponsorText,
        SponsorAddress = edition?.SponsorAddress,
        Version = edition?.Version ?? 0,
        Places = (edition?.Chosen ?? []).Select((id, place) => (id, place)).ToDictionary(one => one.id, one => (string?)(one.place + 1).ToString(CultureInfo.InvariantCulture)),
    };

    public string PlaceOf(long id) => Places.GetValueOrDefault(id) ?? "";

    public (string Field, string Text)? Fault(IStringLocalizer<Interface> texts)
    {
        if (Greeting?.Length > Edition.MaxGreeting)
            return (nameof(Greeting), texts["At most {0} characters.", Edition.MaxGreeting]);
        if (SponsorText?.Length > Edition.MaxSponsor)
            return (nameof(SponsorText), texts["At most {0} characters.", Edition.MaxSponsor]);
        if (!string.IsNullOrWhiteSpace(SponsorAddress) && !Platform.Html.Link.IsWeb(SponsorAddress.Trim()))
            return (nameof(SponsorAddress), texts["Give an address that begins with https://."]);
        return null;
    }

    public Arrangement ToArrangement() => new()
    {
        Greeting = Greeting?.Trim() ?? "",
        SponsorText = SponsorText?.Trim() ?? "",
        SponsorAddress = SponsorAddress?.Trim() ?? "",
        Chosen = [.. Places.Select(one => (one.Key, Place: int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0))
            .Where(one => one.Place > 0).OrderBy(one => one.Place).ThenBy(one => one.Key).Select(one => one.Key)],
        Version = Version,
    };
}
