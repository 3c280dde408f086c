using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Shared;

/// <summary>The figures of a posting as its employer and the desk see them: a chart, and a file.</summary>
public sealed class PostingChart(NewsDb db, PostingFigures figures, IStringLocalizer<Interface> texts)
{
    /// <param name="id">Of the posting.</param>
    /// <param name="employer">Only if it is that company's; null: any.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<Posting?> FindAsync(long id, long? employer, CancellationToken cancel) =>
        db.Set<Posting>().AsNoTracking().Include(posting => posting.Employer).SingleOrDefaultAsync(posting => posting.Id == id && (employer == null || posting.EmployerId == employer), cancel);

    public async Task<BarChart> OfAsync(Posting posting, CancellationToken cancel) => BarChart.Of(
        [new BarSeries(texts["Views"], "asked"), new BarSeries(texts["Shown in Top jobs"], null), new BarSeries(texts["Clicks on Apply"], "empty"), new BarSeries(texts["Applications"], null)],
        [.. (await DaysAsync(posting, cancel)).Select(day => (day.Day, (int[])[day.Views, day.Shown, day.ApplyClicks, day.Applications]))]);

    public async Task<IActionResult> SendAsync(HttpResponse response, Posting posting, CancellationToken cancel)
    {
        var lines = (await DaysAsync(posting, cancel)).Select(day => (string[])[Words.Machine(day.Day), Number(day.Views), Number(day.Shown), Number(day.ApplyClicks), Number(day.Applications)]);
        return await CsvFile.SendAsync(response, string.Create(CultureInfo.InvariantCulture, $"job-{posting.Id}-figures.csv"), lines.Prepend(["day", "views", "shown in top jobs", "apply clicks", "applications"]), cancel);
    }

    private Task<IReadOnlyList<PostingFigure>> DaysAsync(Posting posting, CancellationToken cancel)
    {
        var (from, to) = figures.PeriodOf(posting);
        return figures.DaysAsync(posting.Id, from, to, cancel);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
