using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Search.Queries;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>Somebody's alerts, by the signed link in every mail.</summary>
[EnableRateLimiting(AccountLimits.Link)]
public sealed class MineModel(PreferenceDesk desk, OwnData data, AlertNaming naming, IStringLocalizer<Interface> texts) : AlertPage
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    [FromRoute(Name = "token")]
    public string? Token { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "said")]
    public PreferenceNotice? Said { get; set; }

    /// <summary>What is sent for one subscription.</summary>
    [BindProperty]
    public TimingForm Typed { get; set; } = new();

    [BindProperty]
    public PersonForm Person { get; set; } = new();

    public Preferences Preferences { get; private set; } = null!;

    /// <summary>The subscription whose form was wrong; what was typed into it stays.</summary>
    public long? WrongIn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : Lapsed();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        if (Own() is not { } subscription)
            return NotFound();
        if (Typed.Fault(Frame.Clock.Today, texts) is { } fault)
        {
            ModelState.AddModelError(fault.Field, fault.Text);
            WrongIn = subscription.Id;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await desk.ChangeAsync(Preferences.Subscriber.Id, subscription.Id, new SubscriptionChange { Timing = Typed.ToTiming(), MostShown = Typed.Most, Search = await OtherSearchAsync(subscription, cancel) }, cancel);
        return Done(PreferenceNotice.Changed);
    }

    /// <summary>The search with the words that were typed, and its name; null: they are the same.</summary>
    private async Task<(string Name, SearchQuery Search)?> OtherSearchAsync(Subscription subscription, CancellationToken cancel)
    {
        if (Typed.Words is not { } words || words.Trim() == subscription.Search.Words)
            return null;
        var cleaned = SearchQuery.Parse([new("q", words)], []).Words;
        var search = subscription.Search with { Words = cleaned };
        return (await naming.NameAsync(search, Frame, cancel), search);
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        if (Own() is not { } subscription)
            return NotFound();
        await desk.StopAsync(Preferences.Subscriber.Id, [subscription.Id], cancel: cancel);
        return Done(PreferenceNotice.Stopped);
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        if (Own() is not { } subscription)
            return NotFound();
        await desk.ResumeAsync(Preferences.Subscriber.Id, subscription.Id, cancel);
        return Done(PreferenceNotice.Resumed);
    }

    public async Task<IActionResult> OnPostStopAllAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        await desk.StopAllAsync(Preferences, cancel);
        return Done(PreferenceNotice.StoppedAll);
    }

    public async Task<IActionResult> OnPostPersonAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        if (Platform.Languages.Language.Find(Person.Language) is not { } language || !TimeZones.Contains(Person.TimeZone))
            return BadRequest();
        await desk.ChangeAsync(Preferences.Subscriber.Id, language.Code, Person.TimeZone!, Person.OneMail, cancel);
        return Done(PreferenceNotice.Changed);
    }

    /// <summary>All that is kept of the subscriber, to take along.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        return File(JsonSerializer.SerializeToUtf8Bytes(await data.ExportAsync(Preferences.Subscriber, cancel), Readable), "application/json", "my-alerts.json");
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Lapsed();
        await data.EraseAsync(Preferences.Subscriber, Person.NeverAgain, cancel);
        IsErased = true;
        return Page();
    }

    public bool IsErased { get; private set; }

    /// <summary>Where readers of the paper live, mostly, and what they chose.</summary>
    public IReadOnlyList<string> TimeZones => [.. Zones.Known.Append(Preferences.Subscriber.TimeZone).Distinct().Order(StringComparer.Ordinal)];

    public IEnumerable<int> Hours => Enumerable.Range(0, 24);

    public static string HourText(int hour) => new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.InvariantCulture);

    private Subscription? Own() => Preferences.Subscriptions.FirstOrDefault(one => one.Id == Typed.Subscription);

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Token, cancel) is not { } found)
            return false;
        Preferences = found;
        return true;
    }

    /// <summary>Back to the page, so that loading it again does not do it again.</summary>
    private RedirectResult Done(PreferenceNotice said) => Redirect(Addresses.MyAlerts(Language, Token!) + QueryString.Create("said", said.ToString()));
}

public enum PreferenceNotice
{
    Changed,
    Stopped,
    StoppedAll,
    Resumed,
}

/// <summary>About the subscriber.</summary>
public sealed class PersonForm
{
    public string? Language { get; set; }
    public string? TimeZone { get; set; }
    public bool OneMail { get; set; }

    /// <summary>With erasing: nobody may sign the address up again.</summary>
    public bool NeverAgain { get; set; }
}
