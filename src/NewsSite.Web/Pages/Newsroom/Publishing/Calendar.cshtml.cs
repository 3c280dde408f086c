using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Publishing;

/// <summary>A day of the month's table.</summary>
public sealed record CalendarDay(DateOnly Date, IReadOnlyList<PlanEntry> Entries);

/// <summary>What comes by itself, a month at a time: publications, updates, ends, ends of embargoes.</summary>
[Authorize(Policies.Publish)]
public sealed class CalendarModel(PublicationCalendar calendar, SectionMenu menu, PaperClock clock) : NewsroomPage
{
    private const int Week = 7;

    /// <summary>As 2026-11; the current month where it is none.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Whole weeks from Monday on that hold the month.</summary>
    public IReadOnlyList<CalendarDay[]> Weeks { get; private set; } = [];

    public SectionTree Sections { get; private set; } = SectionTree.Empty;

    public IEnumerable<string> Weekdays =>
        Enumerable.Range(1, Week).Select(day => Language.Culture.DateTimeFormat.AbbreviatedDayNames[day % Week]);

    public string NameOf(DateOnly month) => month.ToString("MMMM yyyy", Language.Culture);

    public static string KeyOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Month = DateOnly.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2200
            ? asked : new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        Sections = await menu.TreeAsync();
        var first = Month.AddDays(-((int)Month.DayOfWeek + Week - 1) % Week);
        var weeks = (Month.AddMonths(1).DayNumber - first.DayNumber + Week - 1) / Week;
        var entries = (await calendar.BetweenAsync(clock.StartOf(first), clock.StartOf(first.AddDays(weeks * Week)), cancel))
            .ToLookup(entry => DateOnly.FromDateTime(clock.Local(entry.At).DateTime));
        Weeks = [.. Enumerable.Range(0, weeks * Week).Select(first.AddDays).Select(day => new CalendarDay(day, [.. entries[day]])).Chunk(Week)];
    }
}
