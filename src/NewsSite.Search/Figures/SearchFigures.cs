using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;

namespace NewsSite.Search.Figures;

/// <summary>Which figures are asked for.</summary>
/// <param name="AskedIn">Null: of both pages together.</param>
public sealed record FigurePeriod(DateOnly From, DateOnly To, SearchedIn? AskedIn);

/// <summary>What a period says of the same words.</summary>
/// <param name="Chosen">How often something found was opened.</param>
public sealed record WordsFigure(string Words, int Asked, int Empty, int Chosen);

/// <summary>All of one day.</summary>
public sealed record DayFigure(DateOnly Day, int Asked, int Empty, int Chosen);

/// <summary>A thing that readers opened.</summary>
public sealed record ThingFigure(DocumentKey Thing, int Times);

/// <summary>One line of what is taken along.</summary>
public sealed record FigureLine(DateOnly Day, SearchedIn AskedIn, string Words, int Asked, int Empty, int Chosen);

/// <summary>Where a list of words goes on: after this count and these words.</summary>
public readonly record struct FigureKey(int Count, string Words);

/// <summary>What the newsroom may ask of what readers asked. Words that were asked seldom may tell who asked; they are never shown.</summary>
public sealed class SearchFigures(NewsDb db, PaperClock clock)
{
    /// <summary>How often words must have been asked in a period to be shown.</summary>
    public const int SeldomBelow = 3;

    public const int DaysKept = 90;

    /// <summary>The most asked words first, or those that most often found nothing.</summary>
    public async Task<ListPage<WordsFigure>> WordsAsync(FigurePeriod period, bool onlyEmpty, int size, FigureKey? after = null, CancellationToken cancel = default)
    {
        var groups = In(period).Where(figure => figure.Words != "").GroupBy(figure => figure.Words)
            .Select(group => new { Words = group.Key, Asked = group.Sum(figure => figure.Asked), Empty = group.Sum(figure => figure.Empty) })
            .Where(group => group.Asked >= SeldomBelow);
        if (onlyEmpty)
            groups = groups.Where(group => group.Empty > 0);
        var counted = groups.Select(group => new { group.Words, group.Asked, group.Empty, Count = onlyEmpty ? group.Empty : group.Asked });
#pragma warning disable CA1309 // Translated to SQL, which compares as it sorts.
        if (after is { } key)
            counted = counted.Where(group => group.Count < key.Count || (group.Count == key.Count && string.Compare(group.Words, key.Words) > 0));
#pragma warning restore CA1309
        var page = await counted.OrderByDescending(group => group.Count).ThenBy(group => group.Words).Take(size + 1).ToListAsync(cancel);
        var words = page.Select(group => group.Words).ToList();
        var chosen = await ChoicesIn(period).Where(choice => words.Contains(choice.Words)).GroupBy(choice => choice.Words)
            .Select(group => new { group.Key, Times = group.Sum(choice => choice.Times) }).ToDictionaryAsync(group => group.Key, group => group.Times, StringComparer.Ordinal, cancel);
        return ListPage<WordsFigure>.Of([.. page.Select(group => new WordsFigure(group.Words, group.Asked, group.Empty, chosen.GetValueOrDefault(group.Words)))], size);
    }

    /// <summary>Every day of the period, the first first; also of searches whose words are not shown.</summary>
    /// <param name="words">Of these alone; null: of all.</param>
    public async Task<IReadOnlyList<DayFigure>> DaysAsync(FigurePeriod period, string? words = null, CancellationToken cancel = default)
    {
        var (figures, choices) = (In(period), ChoicesIn(period));
        if (words is not null)
            (figures, choices) = (figures.Where(figure => figure.Words == words), choices.Where(choice => choice.Words == words));
        var asked = await figures.GroupBy(figure => figure.Day)
            .Select(group => new { group.Key, Asked = group.Sum(figure => figure.Asked), Empty = group.Sum(figure => figure.Empty) }).ToDictionaryAsync(group => group.Key, cancel);
        var chosen = await choices.GroupBy(choice => choice.Day)
            .Select(group => new { group.Key, Times = group.Sum(choice => choice.Times) }).ToDictionaryAsync(group => group.Key, group => group.Times, cancel);
        return [.. Enumerable.Range(0, period.To.DayNumber - period.From.DayNumber + 1).Select(period.From.AddDays)
            .Select(day => new DayFigure(day, asked.GetValueOrDefault(day)?.Asked ?? 0, asked.GetValueOrDefault(day)?.Empty ?? 0, chosen.GetValueOrDefault(day)))];
    }

    /// <summary>What readers opened most.</summary>
    /// <param name="words">After these alone; null: after any.</param>
    public async Task<IReadOnlyList<ThingFigure>> ThingsAsync(FigurePeriod period, int size, string? words = null, CancellationToken cancel = default)
    {
        var choices = ChoicesIn(period);
        if (words is not null)
            choices = choices.Where(choice => choice.Words == words);
        var things = await choices.GroupBy(choice => new { choice.Kind, choice.ThingId }).Select(group => new { group.Key.Kind, group.Key.ThingId, Times = group.Sum(choice => choice.Times) })
            .OrderByDescending(group => group.Times).ThenBy(group => group.Kind).ThenByDescending(group => group.ThingId).Take(size).ToListAsync(cancel);
        return [.. things.Select(thing => new ThingFigure(new DocumentKey(thing.Kind, thing.ThingId), thing.Times))];
    }

    /// <summary>What these words did, if they were asked often enough to be shown.</summary>
    public async Task<WordsFigure?> OfAsync(FigurePeriod period, string words, CancellationToken cancel = default)
    {
        var days = await DaysAsync(period, words, cancel);
        var asked = days.Sum(day => day.Asked);
        return words.Length == 0 || asked < SeldomBelow ? null : new WordsFigure(words, asked, days.Sum(day => day.Empty), days.Sum(day => day.Chosen));
    }

    /// <summary>Day by day, all words that are shown.</summary>
    public async IAsyncEnumerable<FigureLine> LinesAsync(FigurePeriod period, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var shown = In(period).Where(figure => figure.Words != "").GroupBy(figure => figure.Words).Where(group => group.Sum(figure => figure.Asked) >= SeldomBelow).Select(group => group.Key);
        var lines = In(period).Where(figure => shown.Contains(figure.Words)).OrderBy(figure => figure.Day).ThenBy(figure => figure.AskedIn).ThenBy(figure => figure.Words)
            .Select(figure => new FigureLine(figure.Day, figure.AskedIn, figure.Words, figure.Asked, figure.Empty,
                db.Set<SearchChoice>().Where(choice => choice.Day == figure.Day && choice.AskedIn == figure.AskedIn && choice.Words == figure.Words).Sum(choice => choice.Times)));
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
            yield return line;
    }

    /// <summary>Forgets what is older than it may be kept.</summary>
    public async Task ForgetOldAsync(CancellationToken cancel = default)
    {
        var first = clock.Today.AddDays(1 - DaysKept);
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<SearchFigure>().Where(figure => figure.Day < first).ExecuteDeleteAsync(cancel);
        await db.Set<SearchChoice>().Where(choice => choice.Day < first).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private IQueryable<SearchFigure> In(FigurePeriod period)
    {
        var figures = db.Set<SearchFigure>().AsNoTracking().Where(figure => figure.Day >= period.From && figure.Day <= period.To);
        return period.AskedIn is { } askedIn ? figures.Where(figure => figure.AskedIn == askedIn) : figures;
    }

    private IQueryable<SearchChoice> ChoicesIn(FigurePeriod period)
    {
        var choices = db.Set<SearchChoice>().AsNoTracking().Where(choice => choice.Day >= period.From && choice.Day <= period.To);
        return period.AskedIn is { } askedIn ? choices.Where(choice => choice.AskedIn == askedIn) : choices;
    }
}
