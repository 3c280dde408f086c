using System.Globalization;

namespace NewsSite.Web.Pages.Shared;

/// <summary>What one kind of bar counts.</summary>
/// <param name="Colour">asked or empty, as in bars.css; null: it stands in the table only.</param>
public sealed record BarSeries(string Name, string? Colour);

/// <summary>A day, or a week from Monday on.</summary>
/// <param name="Counts">In the order of the series.</param>
public sealed record BarSpan(DateOnly From, int Days, IReadOnlyList<int> Counts);

/// <summary>Bars over time, drawn on the server, with a table that says the same beneath.</summary>
/// <param name="Spans">At least one, the first first.</param>
public sealed record BarChart(IReadOnlyList<BarSeries> Series, IReadOnlyList<BarSpan> Spans)
{
    /// <summary>From so many days on a chart shows weeks.</summary>
    public const int DaysShownAsWeeks = 90;

    public bool IsByWeek => Spans[0].Days > 1;

    public int Sum(int series) => Spans.Sum(span => span.Counts[series]);

    /// <summary>By day, or by week where they are many.</summary>
    /// <param name="days">In order, without a gap.</param>
    public static BarChart Of(IReadOnlyList<BarSeries> series, IReadOnlyList<(DateOnly Day, int[] Counts)> days) => new(series, days.Count < DaysShownAsWeeks
        ? [.. days.Select(day => new BarSpan(day.Day, 1, day.Counts))]
        : [.. days.GroupBy(day => MondayOf(day.Day)).Select(week => new BarSpan(week.Key, 7, [.. Enumerable.Range(0, series.Count).Select(at => week.Sum(day => day.Counts[at]))]))]);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    internal static string At(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
