using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Figures;

/// <summary>What readers do with a posting; stored.</summary>
public static class PostingActs
{
    /// <summary>Opened its page.</summary>
    public const string View = "view";

    /// <summary>Had it before their eyes in the block of Top jobs.</summary>
    public const string Top = "top";

    /// <summary>Pressed the button to apply.</summary>
    public const string Apply = "apply";

    /// <summary>Applied on this site. Counted with the application itself, never by a beacon, and kept when that is erased.</summary>
    public const string Application = "application";

    internal static CountedKind Kind { get; } = new(PostingDocuments.Noun, [View, Top, Apply], ExistingAsync);

    private static async Task<IReadOnlyCollection<long>> ExistingAsync(NewsDb db, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        await db.Set<Posting>().Where(posting => ids.Contains(posting.Id) && posting.PublishedAt != null).Select(posting => posting.Id).ToHashSetAsync(cancel);
}

/// <summary>What a day, or several, brought a posting.</summary>
/// <param name="Shown">In the block of Top jobs.</param>
public sealed record PostingFigure(DateOnly Day, int Views, int Shown, int ApplyClicks, int Applications = 0);

/// <summary>What employers and the desk may ask of how a posting does.</summary>
public sealed class PostingFigures(NewsDb db, PaperClock clock)
{
    /// <summary>Every day of a period, the first first.</summary>
    public async Task<IReadOnlyList<PostingFigure>> DaysAsync(long posting, DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var rows = (await Of([posting]).Where(figure => figure.Day >= from && figure.Day <= to).ToListAsync(cancel)).ToLookup(figure => figure.Day);
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(day => Sum(day, rows[day]))];
    }

    /// <summary>From the day on which a posting was published (or on which something was counted) to its last.</summary>
    public (DateOnly From, DateOnly To) PeriodOf(Posting posting)
    {
        var from = DayOf(posting.PublishedAt ?? posting.CreatedAt);
        var ended = posting.State == PostingState.Closed ? posting.ClosedAt : posting.ClosesAt;
        var to = ended is { } end && end <= clock.Now ? DayOf(end) : clock.Today;
        return (from, to < from ? from : to);
    }

    /// <summary>All that was ever counted, for a list of postings; those without a figure are not in it.</summary>
    public async Task<IReadOnlyDictionary<long, PostingFigure>> SumsAsync(IReadOnlyCollection<long> postings, CancellationToken cancel = default)
    {
        var sums = await Of(postings).GroupBy(figure => new { figure.ThingId, figure.Act }).Select(group => new { group.Key.ThingId, group.Key.Act, Times = group.Sum(figure => figure.Times) }).ToListAsync(cancel);
        return sums.GroupBy(sum => sum.ThingId).ToDictionary(sum => sum.Key, sum => Sum(default, sum.Select(act => new Figure { Kind = PostingDocuments.Noun, ThingId = act.ThingId, Day = default, Act = act.Act, Times = act.Times })));
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at).DateTime);

    private IQueryable<Figure> Of(IReadOnlyCollection<long> postings) =>
        db.Set<Figure>().AsNoTracking().Where(figure => figure.Kind == PostingDocuments.Noun && postings.Contains(figure.ThingId));

    private static PostingFigure Sum(DateOnly day, IEnumerable<Figure> figures)
    {
        var acts = figures.ToDictionary(figure => figure.Act, figure => figure.Times, StringComparer.Ordinal);
        return new PostingFigure(day, acts.GetValueOrDefault(PostingActs.View), acts.GetValueOrDefault(PostingActs.Top), acts.GetValueOrDefault(PostingActs.Apply), acts.GetValueOrDefault(PostingActs.Application));
    }
}
